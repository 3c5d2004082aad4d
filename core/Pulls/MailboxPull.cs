using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>
/// Pulls the exports attached to the messages of one mailbox folder, for all sources that read it. A message whose exports are noted is
/// moved; one that is found again after a stop is moved then.
/// </summary>
internal sealed class MailboxPull(IMailbox mailbox, ItemPull items)
{
    /// <summary>Pulls.</summary>
    /// <param name="engagement">Whose messages they are.</param>
    /// <param name="sources">The sources that read the folder.</param>
    /// <param name="count">Is told what is found; where the look fails midway, what was found and moved until then.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task RunAsync(Engagement engagement, IReadOnlyList<SourceSettings> sources, MailboxCount count, CancellationToken cancellationToken)
    {
        var place = (MailboxOrigin)sources[0].Origin;
        foreach (var message in await mailbox.ListAsync(engagement.Id, place, cancellationToken).ConfigureAwait(false))
        {
            List<SourceSettings> accepting = [.. sources.Where(source => ((MailboxOrigin)source.Origin).Accepts(message.Sender))];
            if (accepting.Count == 0)
            {
                count.Strangers++;
                continue;
            }

            var exports = await PullAsync(engagement, place, message, accepting, count, cancellationToken).ConfigureAwait(false);
            await mailbox.MoveAsync(engagement.Id, place, message.Id, cancellationToken).ConfigureAwait(false);
            // One that could not be moved comes again, and counts then.
            if (exports.Count > 0)
                count.WithExport.UnionWith(exports);
            else
                count.WithoutExport.Add(accepting[0].Id);
        }
    }

    // Gives the sources that the message holds exports of.
    private async Task<HashSet<string>> PullAsync(
        Engagement engagement, MailboxOrigin place, MailboxMessage message, List<SourceSettings> accepting, MailboxCount count, CancellationToken cancellationToken)
    {
        var exports = new HashSet<string>(StringComparer.Ordinal);
        foreach (var attachment in await mailbox.ListAttachmentsAsync(engagement.Id, place, message.Id, cancellationToken).ConfigureAwait(false))
        {
            if (!attachment.IsFile || !ExportNames.IsExport(attachment.Name, attachment.ContentType))
                continue;
            if (accepting.Find(source => NamePattern.Matches(source.Files, attachment.Name)) is not { } source)
                continue;
            exports.Add(source.Id);
            var id = $"mail/{PullKey.Of(place.Mailbox.ToLowerInvariant(), message.Id, attachment.Id)}";
            var item = new PullItem(id, "1", attachment.Name, source, message.Received);
            if (await items.RunAsync(
                engagement, item, length: null, token => mailbox.OpenAttachmentAsync(engagement.Id, place, message.Id, attachment.Id, token), cancellationToken).ConfigureAwait(false))
            {
                count.Enqueued++;
            }
        }

        return exports;
    }
}
