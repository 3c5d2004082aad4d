using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links.Acts;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>Makes the links of digests: the same for the same digest, whenever it is composed.</summary>
/// <param name="signer">Signs them.</param>
/// <param name="generations">What was revoked.</param>
/// <param name="publicUrl">Where the app answers, such as <c>https://ops.example.com</c>: without <c>/api</c>.</param>
public sealed class DigestLinks(LinkSigner signer, LinkGenerations generations, Uri publicUrl)
{
    /// <summary>The same, with the keys and records of a home or account.</summary>
    public DigestLinks(ISecretStore secrets, IEngagementRegistry engagements, IStateStore state, TimeProvider time, Uri publicUrl)
        : this(new LinkSigner(secrets, engagements, time), new LinkGenerations(state, time), publicUrl)
    {
    }

    /// <summary>The links of a reader's digest.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="recipient">The reader.</param>
    /// <param name="period">The week.</param>
    /// <param name="day">The day of the digest.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<DigestAddresses> ForAsync(
        EngagementId engagement, Recipient recipient, DateInterval period, LocalDate day, CancellationToken cancellationToken = default)
    {
        var pen = await signer.PenAsync(engagement, cancellationToken).ConfigureAwait(false);
        var holder = LinkHolder.Recipient(recipient.Id);
        var generation = await generations.FindAsync(engagement, holder, cancellationToken).ConfigureAwait(false);
        return new(pen, publicUrl, recipient, generation, period, day);
    }

    /// <summary>The link by which the OBM approves a draft; null where the engagement names no OBM.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="draft">The draft: the link is for its content and no other.</param>
    /// <param name="day">The day on which it is due.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Uri?> ForApprovalAsync(Engagement engagement, Digest draft, LocalDate day, CancellationToken cancellationToken = default)
    {
        if (engagement.PersonAs(PersonRole.Obm) is not { } obm)
            return null;
        var item = ItemId.OfDigest(draft.Period.Start, draft.ContentHash, draft.Recipient);
        return await ForActAsync(engagement.Id, obm.Id, item, LinkLifetime.End(day, LinkLifetime.Approving), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The link by which a person ticks the lines of a checklist.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="person">The id of the person.</param>
    /// <param name="checklist">The id of the checklist.</param>
    /// <param name="day">The day on which it is made: it ends as those to other items do.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Uri> ForChecklistAsync(EngagementId engagement, string person, string checklist, LocalDate day, CancellationToken cancellationToken = default) =>
        ForActAsync(engagement, person, ItemId.Of(ItemId.Checklist, checklist), LinkLifetime.End(day, LinkLifetime.Acting), cancellationToken);

    /// <summary>The link by which a person acknowledges the version of a document in force.</summary>
    public Task<Uri> ForReadingAsync(EngagementId engagement, string person, Documents.DocumentRecord record, LocalDate day, CancellationToken cancellationToken = default) =>
        ForActAsync(engagement, person, ItemId.OfDocument(ItemId.Reading, record, record.ContentHash), LinkLifetime.End(day, LinkLifetime.Acting), cancellationToken);

    /// <summary>The same, for a content that was recorded.</summary>
    internal Task<Uri> ForReadingAsync(EngagementId engagement, string person, Documents.Asking.AskItem item, LocalDate day, CancellationToken cancellationToken) =>
        ForActAsync(engagement, person, ItemId.OfDocument(ItemId.Reading, item.Document, item.ContentHash), LinkLifetime.End(day, LinkLifetime.Acting), cancellationToken);

    /// <summary>The link by which a person approves the draft of a document: for its text and no other.</summary>
    public Task<Uri> ForDocumentApprovalAsync(EngagementId engagement, string person, Documents.DocumentRecord record, LocalDate day, CancellationToken cancellationToken = default) =>
        ForActAsync(engagement, person, ItemId.OfDocument(ItemId.DocumentApproval, record, record.Latest.ContentHash), LinkLifetime.End(day, LinkLifetime.Acting), cancellationToken);

    /// <summary>The same, for a content that was recorded.</summary>
    internal Task<Uri> ForDocumentApprovalAsync(EngagementId engagement, string person, Documents.Asking.AskItem item, LocalDate day, CancellationToken cancellationToken) =>
        ForActAsync(engagement, person, ItemId.OfDocument(ItemId.DocumentApproval, item.Document, item.ContentHash), LinkLifetime.End(day, LinkLifetime.Acting), cancellationToken);

    /// <summary>The link by which a person ends the mails about documents: of no generation, since it must work when every other link was revoked.</summary>
    internal async Task<Uri> ForAskingNoMoreAsync(EngagementId engagement, string person, LocalDate day, CancellationToken cancellationToken)
    {
        var pen = await signer.PenAsync(engagement, cancellationToken).ConfigureAwait(false);
        var token = pen.Sign(new(engagement, LinkPurpose.Unsubscribe, LinkHolder.Person(person).Key, LinkLifetime.End(day, LinkLifetime.Unsubscribe)));
        return DigestAddresses.At(publicUrl, $"unsubscribe/{token}");
    }

    private async Task<Uri> ForActAsync(EngagementId engagement, string person, string item, Instant expires, CancellationToken cancellationToken)
    {
        var pen = await signer.PenAsync(engagement, cancellationToken).ConfigureAwait(false);
        var holder = LinkHolder.Person(person);
        var generation = await generations.FindAsync(engagement, holder, cancellationToken).ConfigureAwait(false);
        return DigestAddresses.At(publicUrl, $"act/{ReaderLinks.Sign(pen, LinkPurpose.Act, holder, generation, item, expires)}");
    }
}
