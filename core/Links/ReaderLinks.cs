using System.Globalization;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>
/// Verifies the links that readers hold: the subject of each is holder, generation and item, a line each. A link ends when it expires, when
/// its key does, when the holder's links are revoked, and when the engagement's file no longer names the holder or grants what it is for.
/// </summary>
/// <param name="signer">Verifies the token.</param>
/// <param name="engagements">The engagements.</param>
/// <param name="generations">What was revoked.</param>
public sealed class ReaderLinks(LinkSigner signer, RegisteredEngagements engagements, LinkGenerations generations)
{
    /// <summary>The link of a token, or null. Why it is none, nobody learns.</summary>
    /// <param name="token">The token.</param>
    /// <param name="purpose">What it must be for.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Retriable: the engagement's file has errors now, or storage failed.</exception>
    public async Task<ReaderLink?> FindAsync(string token, string purpose, CancellationToken cancellationToken = default)
    {
        if (await signer.OpenAsync(token, purpose, cancellationToken).ConfigureAwait(false) is not var (link, pen)
            || link.Subject.Split('\n', 3) is not [var key, var generation, var item]
            || LinkHolder.Parse(key) is not { } named
            || await ReadAsync(link.Engagement, cancellationToken).ConfigureAwait(false) is not { } engagement
            || named.In(engagement) is not var (holder, name, locale, grant)
            || grant < (purpose == LinkPurpose.Act ? RecipientLinks.Act : RecipientLinks.Read))
            return null;
        var good = await generations.FindAsync(link.Engagement, holder, cancellationToken).ConfigureAwait(false);
        return generation == good.ToString(CultureInfo.InvariantCulture)
            ? new(engagement, holder, name, locale, item, link.Expires, pen, good)
            : null;
    }

    internal static string Sign(LinkPen pen, string purpose, LinkHolder holder, int generation, string item, Instant expires) => pen.Sign(new(
        pen.Engagement, purpose, $"{holder.Key}\n{generation.ToString(CultureInfo.InvariantCulture)}\n{item}", expires));

    /// <summary>What is said to who holds a good link while the engagement's file has errors.</summary>
    internal static OpsException NotNow(OpsException invalid) => OpsException.Retriable(
        "This cannot be shown at the moment. Try again later, or answer the digest: a person reads it.",
        "Cette page ne peut pas être affichée pour l'instant. Réessayez plus tard, ou répondez au message\u00a0: une personne le lit.",
        invalid);

    // What is wrong in the file is for the OBM, not for who holds a link.
    private async Task<Engagement?> ReadAsync(EngagementId id, CancellationToken cancellationToken)
    {
        try
        {
            return await engagements.FindAsync(id, cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException invalid) when (invalid.Kind == FailureKind.Refused)
        {
            throw NotNow(invalid);
        }
    }
}
