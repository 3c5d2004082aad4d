using System.Net;
using Microsoft.Kiota.Abstractions;
using OpsAutomation.Engagements;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Removes drafts that interrupted runs left behind. Ours are known by the Message-ID that the product made of a key; a person's draft,
/// a copy of ours or an answer to it has another one.
/// </summary>
internal sealed class DraftSweep(MailLedger ledger, DraftMailbox mailbox)
{
    private const int KeyLength = 32;

    // A mailbox's clock and ours are not the same.
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    /// <summary>Removes the drafts of this engagement's keys that are not the one to be sent.</summary>
    /// <param name="engagement">Whose keys.</param>
    /// <param name="since">From when on drafts are looked at.</param>
    /// <param name="cancellationToken">Stops between drafts.</param>
    public async Task RunAsync(EngagementId engagement, DateTimeOffset since, CancellationToken cancellationToken)
    {
        foreach (var draft in await ListAsync(since - Skew, cancellationToken).ConfigureAwait(false))
        {
            if (draft.IsDraft && KeyOf(draft.MessageId) is { } key && await IsLeftOverAsync(engagement, key, draft, cancellationToken).ConfigureAwait(false))
                await mailbox.RemoveAsync(draft.Id, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where drafts cannot be listed, one that stays behind is a lesser evil than a mail that does not leave.
    private async Task<IReadOnlyList<MailFolderItem>> ListAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        try
        {
            return await mailbox.ListDraftsAsync(since, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException error) when (GraphFailure.StatusOf(error) is HttpStatusCode.BadRequest or HttpStatusCode.NotFound or HttpStatusCode.NotImplemented)
        {
            return [];
        }
    }

    private async Task<bool> IsLeftOverAsync(EngagementId engagement, string key, MailFolderItem draft, CancellationToken cancellationToken)
    {
        var records = await ledger.ListAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        // Where the id is not known yet, this draft may be the one. After the sending nothing of ours is made any more.
        return records.Count > 0 && records.All(record => record.Id is { } id && id != draft.Id && (record.Sent is null || draft.Created <= record.Sent + Skew));
    }

    // <{32 hexadecimal digits}@{domain}>: see MimeWriter.
    private static string? KeyOf(string messageId)
    {
        var at = messageId.IndexOf('@', StringComparison.Ordinal);
        return at == KeyLength + 1 && messageId[0] == '<' && messageId[1..at].All(char.IsAsciiHexDigitLower) ? messageId[1..at] : null;
    }
}
