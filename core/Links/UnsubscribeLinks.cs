using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Links;

/// <summary>Makes the links by which readers end their digests.</summary>
/// <param name="signer">Signs them.</param>
/// <param name="publicUrl">Where the app answers, such as <c>https://ops.example.com</c>: without <c>/api</c>.</param>
public sealed class UnsubscribeLinks(LinkSigner signer, Uri publicUrl)
{
    // Long after the mail was read; a mailbox that is searched years later holds no working link.
    private const int Days = 400;

    /// <summary>The link of a recipient in the digest of a period: the same for the same digest.</summary>
    public async Task<Uri> ForAsync(EngagementId engagement, string recipient, DateInterval period, CancellationToken cancellationToken = default)
    {
        var expires = period.End.PlusDays(Days).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant();
        var token = await signer.SignAsync(new(engagement, LinkPurpose.Unsubscribe, recipient, expires), cancellationToken).ConfigureAwait(false);
        return new($"{publicUrl.AbsoluteUri.TrimEnd('/')}/api/unsubscribe/{token}");
    }
}
