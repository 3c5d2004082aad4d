using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Webhooks;

/// <summary>A source of an engagement that is turned on.</summary>
internal sealed record WebhookSender
{
    /// <summary>A source with its secrets.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="settings">How its requests are verified.</param>
    /// <param name="secrets">Its secrets, the newest first: one or two; none where it has none yet, and then nothing is accepted.</param>
    public WebhookSender(EngagementId engagement, WebhookSettings settings, IReadOnlyList<string> secrets)
    {
        (Engagement, Settings) = (engagement, settings);
        var rule = SignatureRules.Of(settings.Scheme);
        SecretDigests = settings.Scheme == WebhookScheme.Notion ? [.. secrets.Take(2).Select(secret => SHA256.HashData(Encoding.UTF8.GetBytes(secret)))] : [];
        Keys = [.. secrets.Where(secret => secret.Length > 0).Take(2).Select(secret => rule is null ? TokenDigest(settings, secret) : SignatureKey.Of(rule, secret))];
    }

    /// <summary>Stands in for a source that is not known, so that the same work is done for it; it accepts nothing.</summary>
    public static WebhookSender Nobody { get; } = new(default, new WebhookSettings { Source = "" }, []);

    /// <summary>The engagement.</summary>
    public EngagementId Engagement { get; }

    /// <summary>How its requests are verified.</summary>
    public WebhookSettings Settings { get; }

    /// <summary>What its secrets become: keys of signatures, of tokens the digests of what a request has to carry. The newest first.</summary>
    public IReadOnlyList<byte[]> Keys { get; }

    /// <summary>Until when it waits for the vendor to tell the secret; null where it does not wait.</summary>
    public Instant? AwaitsUntil { get; init; }

    /// <summary>A key by its place, 0 for the newest; null where there is none.</summary>
    public byte[]? Key(int place) => place < Keys.Count ? Keys[place] : null;

    /// <summary>The digest of a secret that its vendor may tell again; null of others.</summary>
    public byte[]? SecretDigest(int place) => place < SecretDigests.Count ? SecretDigests[place] : null;

    private IReadOnlyList<byte[]> SecretDigests { get; }

    private static byte[] TokenDigest(WebhookSettings settings, string secret) =>
        SHA256.HashData(Encoding.UTF8.GetBytes(settings.Place == TokenPlace.Basic ? $"{settings.User}:{secret}" : secret));
}
