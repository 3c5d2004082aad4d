using System.Collections.Concurrent;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Mailboxes of Exchange Online. Messages are known by ids that moves do not change. Permission: <c>Mail.ReadWrite</c>, confined to the
/// mailbox.
/// </summary>
public sealed class GraphMailbox(GraphClients clients) : IMailbox
{
    private const int PageSize = 100;
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(10);
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal) { ["XXX"] = ODataError.CreateFromDiscriminatorValue };

    private readonly ConcurrentDictionary<MailboxPlace, string> targets = new();

    /// <inheritdoc/>
    public Task<IReadOnlyList<MailboxMessage>> ListAsync(EngagementId engagement, MailboxOrigin place, CancellationToken cancellationToken = default) => RunAsync<IReadOnlyList<MailboxMessage>>(
        place,
        async () =>
        {
            var graph = clients.Of(place.Tenant);
            var folder = await new MailFolderTree(graph, place.Mailbox).FindAsync(place.Folder, cancellationToken).ConfigureAwait(false)
                ?? throw new OpsException(FailureKind.Refused, GraphUse.ReadMailbox.NotFound);
            var messages = new List<MailboxMessage>();
            var builder = graph.Users[place.Mailbox].MailFolders[folder].Messages;
            var page = await builder.GetAsync(
                config =>
                {
                    Immutable(config.Headers);
                    config.QueryParameters.Select = ["id", "from", "receivedDateTime"];
                    config.QueryParameters.Orderby = ["receivedDateTime"];
                    config.QueryParameters.Top = PageSize;
                },
                cancellationToken).ConfigureAwait(false);
            while (page is not null)
            {
                messages.AddRange((page.Value ?? []).Select(message => new MailboxMessage(
                    message.Id!, message.From?.EmailAddress?.Address, Instant.FromDateTimeOffset(message.ReceivedDateTime ?? DateTimeOffset.UnixEpoch))));
                page = page.OdataNextLink is { } next
                    ? await builder.WithUrl(next).GetAsync(config => Immutable(config.Headers), cancellationToken).ConfigureAwait(false)
                    : null;
            }

            // What came or went between two pages may have shifted them.
            return [.. messages.DistinctBy(message => message.Id, StringComparer.Ordinal).OrderBy(message => message.Received)];
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MailboxAttachment>> ListAttachmentsAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) => RunAsync<IReadOnlyList<MailboxAttachment>>(
        place,
        async () =>
        {
            var attachments = new List<MailboxAttachment>();
            try
            {
                var builder = clients.Of(place.Tenant).Users[place.Mailbox].Messages[message].Attachments;
                var page = await builder.GetAsync(
                    config =>
                    {
                        Immutable(config.Headers);
                        config.QueryParameters.Select = ["id", "name", "contentType", "size", "isInline"];
                        config.QueryParameters.Top = PageSize;
                    },
                    cancellationToken).ConfigureAwait(false);
                while (page is not null)
                {
                    attachments.AddRange((page.Value ?? []).Select(attachment =>
                        new MailboxAttachment(attachment.Id!, attachment.Name ?? "", attachment.ContentType, attachment.Size ?? 0, attachment is FileAttachment)));
                    page = page.OdataNextLink is { } next
                        ? await builder.WithUrl(next).GetAsync(config => Immutable(config.Headers), cancellationToken).ConfigureAwait(false)
                        : null;
                }
            }
            catch (ODataError error) when (GraphFailure.IsItemNotFound(error))
            {
                return [];
            }

            return attachments;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Stream?> OpenAttachmentAsync(EngagementId engagement, MailboxOrigin place, string message, string attachment, CancellationToken cancellationToken = default) => RunAsync<Stream?>(
        place,
        async () =>
        {
            var graph = clients.Of(place.Tenant);
            var request = graph.Users[place.Mailbox].Messages[message].Attachments[attachment].ToGetRequestInformation(config => Immutable(config.Headers));
            // The bytes as they are: the SDK itself knows them only as base64 inside JSON, which a large file must not be.
            request.UrlTemplate = "{+baseurl}/users/{user%2Did}/messages/{message%2Did}/attachments/{attachment%2Did}/$value";
            request.Headers.Remove("Accept");
            try
            {
                var stream = await graph.RequestAdapter.SendPrimitiveAsync<Stream>(request, Errors, cancellationToken).ConfigureAwait(false);
                return GraphStream.Of(stream ?? Stream.Null, GraphUse.ReadMailbox, LongestDownload);
            }
            catch (ODataError error) when (GraphFailure.IsItemNotFound(error))
            {
                return null;
            }
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task MoveAsync(EngagementId engagement, MailboxOrigin place, string message, CancellationToken cancellationToken = default) => RunAsync(
        place,
        async () =>
        {
            var graph = clients.Of(place.Tenant);
            var key = new MailboxPlace(place.Tenant, place.Mailbox, place.MoveTo);
            if (!targets.TryGetValue(key, out var target))
                targets[key] = target = await new MailFolderTree(graph, place.Mailbox).CreateAsync(place.MoveTo, cancellationToken).ConfigureAwait(false);
            try
            {
                var lies = await graph.Users[place.Mailbox].Messages[message].GetAsync(
                    config =>
                    {
                        Immutable(config.Headers);
                        config.QueryParameters.Select = ["id", "parentFolderId"];
                    },
                    cancellationToken).ConfigureAwait(false);
                if (lies?.ParentFolderId != target)
                {
                    await graph.Users[place.Mailbox].Messages[message].Move.PostAsync(
                        new() { DestinationId = target }, config => Immutable(config.Headers), cancellationToken).ConfigureAwait(false);
                }
            }
            catch (ODataError error) when (GraphFailure.IsItemNotFound(error))
            {
                // The message is gone, or the folder: somebody removed it since it was looked up, and the next run creates it.
                targets.TryRemove(key, out _);
            }

            return true;
        },
        cancellationToken);

    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    // All requests of one operation are one turn at the mailbox.
    private async Task<T> RunAsync<T>(MailboxOrigin place, Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await clients.Gates.Of(place.Mailbox).InTurnAsync(sends: false, _ => work(), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GraphFailure.IsGraph(error))
        {
            throw GraphFailure.Of(error, GraphUse.ReadMailbox);
        }
    }

    private readonly record struct MailboxPlace(string? Tenant, string Mailbox, string Folder);
}
