using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Abstractions.Serialization;
using OpsAutomation.Digests;

namespace OpsAutomation.Azure.Graph;

/// <summary>Drafts in one mailbox: a method a request, nothing decided.</summary>
internal sealed class DraftMailbox(GraphServiceClient graph, string mailbox, MimeWriter mime)
{
    /// <summary>The extended property that holds our key: a set of names of the product's own, so that nobody else's has the same.</summary>
    public const string KeyProperty = "String {6f1c3c0e-5c0b-4f7a-9a52-0d1e7b5f0c41} Name OpsAutomationKey";

    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new(StringComparer.Ordinal) { ["XXX"] = ODataError.CreateFromDiscriminatorValue };
    private const string Removed = "removed";
    private static readonly string[] Fields = ["id", "isDraft", "createdDateTime", "internetMessageId", "parentFolderId"];

    /// <summary>Creates a draft; its files are added later.</summary>
    public async Task<MailFolderItem> CreateAsync(string key, MailMessage message, CancellationToken cancellationToken)
    {
        var request = graph.Users[mailbox].Messages.ToPostRequestInformation(new Message(), config => Immutable(config.Headers));
        using var body = new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.Write(key, message with { Attachments = [] }))));
        request.Headers.Remove("Content-Type");
        request.SetStreamContent(body, "text/plain");
        var created = await graph.RequestAdapter.SendAsync(request, Message.CreateFromDiscriminatorValue, Errors, cancellationToken).ConfigureAwait(false);
        return Item(created!);
    }

    /// <summary>Writes our key on a draft.</summary>
    public Task SetKeyAsync(string id, string key, CancellationToken cancellationToken) => graph.Users[mailbox].Messages[id].PatchAsync(
        new Message { SingleValueExtendedProperties = [new() { Id = KeyProperty, Value = key }] },
        config => Immutable(config.Headers),
        cancellationToken);

    /// <summary>The messages that carry our key, wherever they lie, the oldest first. What was written just now may be missing.</summary>
    public async Task<IReadOnlyList<MailFolderItem>> FindByKeyAsync(string key, CancellationToken cancellationToken)
    {
        var page = await graph.Users[mailbox].Messages.GetAsync(
            config =>
            {
                Immutable(config.Headers);
                config.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{KeyProperty}' and ep/value eq '{key}')";
                config.QueryParameters.Expand = [$"singleValueExtendedProperties($filter=id eq '{KeyProperty}')"];
                config.QueryParameters.Select = Fields;
                config.QueryParameters.Top = 50;
            },
            cancellationToken).ConfigureAwait(false);
        // The comparison of the service ignores case; ours are hexadecimal and lower case, but nothing is left to that.
        return
        [
            .. (page?.Value ?? [])
                .Where(message => message.SingleValueExtendedProperties?.Exists(property => property.Value == key) == true)
                .Select(Item).OrderBy(item => item.Created).ThenBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>A message as it is now, or null where it is absent.</summary>
    public async Task<MailFolderItem?> GetAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            var message = await graph.Users[mailbox].Messages[id].GetAsync(
                config =>
                {
                    Immutable(config.Headers);
                    config.QueryParameters.Select = Fields;
                },
                cancellationToken).ConfigureAwait(false);
            return Item(message!);
        }
        catch (ODataError error) when (GraphFailure.IsItemNotFound(error))
        {
            return null;
        }
    }

    /// <summary>Asks to send a draft, by a moment or not at all. Accepted is not delivered, and unanswered is not refused.</summary>
    public Task SendAsync(string id, DateTimeOffset notAfter, CancellationToken cancellationToken) => graph.Users[mailbox].Messages[id].Send.PostAsync(
        config =>
        {
            Immutable(config.Headers);
            config.Options.Add(new NotAfter(notAfter));
        },
        cancellationToken);

    /// <summary>
    /// Removes a draft; one that is gone is no error. What is deleted lies in Deleted Items for a while, where a filter still finds it: the
    /// key is taken off first.
    /// </summary>
    public async Task RemoveAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            await SetKeyAsync(id, Removed, cancellationToken).ConfigureAwait(false);
            await graph.Users[mailbox].Messages[id].DeleteAsync(config => Immutable(config.Headers), cancellationToken).ConfigureAwait(false);
        }
        catch (ODataError error) when (GraphFailure.IsItemNotFound(error))
        {
            // Somebody else removed it.
        }
    }

    /// <summary>The drafts of the mailbox made since a moment, everybody's.</summary>
    public async Task<IReadOnlyList<MailFolderItem>> ListDraftsAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        List<MailFolderItem> drafts = [];
        var page = await graph.Users[mailbox].MailFolders["drafts"].Messages.GetAsync(
            config =>
            {
                Immutable(config.Headers);
                config.QueryParameters.Filter = $"createdDateTime ge {since.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}";
                config.QueryParameters.Select = Fields;
                config.QueryParameters.Top = 100;
            },
            cancellationToken).ConfigureAwait(false);
        while (page is not null)
        {
            drafts.AddRange((page.Value ?? []).Select(Item));
            page = page.OdataNextLink is { } next
                ? await graph.Users[mailbox].MailFolders["drafts"].Messages.WithUrl(next).GetAsync(config => Immutable(config.Headers), cancellationToken).ConfigureAwait(false)
                : null;
        }

        return drafts;
    }

    private static MailFolderItem Item(Message message) =>
        new(message.Id!, message.IsDraft == true, message.CreatedDateTime ?? DateTimeOffset.MinValue, message.InternetMessageId ?? "", message.ParentFolderId);

    // Without it an id changes when the message moves to Sent Items.
    private static void Immutable(RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");
}
