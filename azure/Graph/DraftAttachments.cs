using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages.Item.Attachments.CreateUploadSession;
using Microsoft.Kiota.Abstractions;
using OpsAutomation.Digests;

namespace OpsAutomation.Azure.Graph;

/// <summary>The files of a draft: what is there already is not added again.</summary>
internal sealed class DraftAttachments(GraphServiceClient graph, HttpClient http, string mailbox)
{
    // Graph takes files below 3 MB in one request; a session takes them in pieces of at most 4 MB, each a multiple of 320 KiB.
    private const int LargestInOneRequest = (3 * 1024 * 1024) - 1;
    private const int Piece = 12 * 320 * 1024;
    private const int LargestFile = 150 * 1024 * 1024;

    /// <summary>Adds what is missing.</summary>
    /// <param name="id">The draft.</param>
    /// <param name="files">What it is to have.</param>
    /// <param name="renew">Keeps the mail for this sender, before each step that takes time.</param>
    /// <param name="cancellationToken">Stops between the steps.</param>
    /// <exception cref="OpsException">Refused: a file is larger than Exchange takes.</exception>
    public async Task EnsureAsync(string id, IReadOnlyList<MailAttachment> files, Func<Task> renew, CancellationToken cancellationToken)
    {
        if (files.Count == 0)
            return;
        if (files.Any(file => file.Content.Length > LargestFile))
        {
            throw OpsException.Refused(
                "An attachment is larger than 150 MB, which Exchange does not take: attach less.",
                "Une pièce jointe dépasse 150\u00a0Mo, ce qu'Exchange refuse\u00a0: joignez-en moins.");
        }

        var there = await ListAsync(id, cancellationToken).ConfigureAwait(false);
        foreach (var file in files)
        {
            var same = there.Where(other => other.Name == file.Name).ToList();
            foreach (var other in same.Where(other => !IsWhole(other, file)))
                await graph.Users[mailbox].Messages[id].Attachments[other.Id!].DeleteAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!same.Exists(other => IsWhole(other, file)))
                await AddAsync(id, file, renew, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<Attachment>> ListAsync(string id, CancellationToken cancellationToken)
    {
        List<Attachment> found = [];
        var page = await graph.Users[mailbox].Messages[id].Attachments
            .GetAsync(config => config.QueryParameters.Select = ["id", "name", "size"], cancellationToken).ConfigureAwait(false);
        while (page is not null)
        {
            found.AddRange(page.Value ?? []);
            page = page.OdataNextLink is { } next
                ? await graph.Users[mailbox].Messages[id].Attachments.WithUrl(next).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false)
                : null;
        }

        return found;
    }

    // The size that Graph tells includes what surrounds the file, and how much that is is not said.
    private static bool IsWhole(Attachment there, MailAttachment file) =>
        there.Size is not { } size || (size >= file.Content.Length && size <= file.Content.Length + (file.Content.Length / 2) + 8192);

    private async Task AddAsync(string id, MailAttachment file, Func<Task> renew, CancellationToken cancellationToken)
    {
        await renew().ConfigureAwait(false);
        if (file.Content.Length > LargestInOneRequest)
        {
            await UploadAsync(id, file, renew, cancellationToken).ConfigureAwait(false);
            return;
        }

        var attachment = new FileAttachment { OdataType = "#microsoft.graph.fileAttachment", Name = file.Name, ContentType = file.ContentType, ContentBytes = file.Content.ToArray() };
        await graph.Users[mailbox].Messages[id].Attachments.PostAsync(attachment, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    private async Task UploadAsync(string id, MailAttachment file, Func<Task> renew, CancellationToken cancellationToken)
    {
        var item = new AttachmentItem { AttachmentType = AttachmentType.File, Name = file.Name, ContentType = file.ContentType, Size = file.Content.Length };
        var session = await graph.Users[mailbox].Messages[id].Attachments.CreateUploadSession
            .PostAsync(new CreateUploadSessionPostRequestBody { AttachmentItem = item }, cancellationToken: cancellationToken).ConfigureAwait(false);
        for (var start = 0; start < file.Content.Length; start += Piece)
        {
            await renew().ConfigureAwait(false);
            await PutAsync(session!.UploadUrl!, file.Content, start, cancellationToken).ConfigureAwait(false);
        }
    }

    // The address carries its own permission, and refuses another one beside it: the piece does not go through the signed-in client.
    private async Task PutAsync(string address, ReadOnlyMemory<byte> content, int start, CancellationToken cancellationToken)
    {
        var end = Math.Min(content.Length, start + Piece);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ReadOnlyMemoryContent(content[start..end]) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(start, end - 1, content.Length);
        request.Content.Headers.ContentType = new("application/octet-stream");
        request.Options.Set(MailboxGates.Mailbox, mailbox);
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Accepted or HttpStatusCode.Created))
            throw new ApiException($"A piece of an attachment was answered {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}.") { ResponseStatusCode = (int)response.StatusCode };
    }
}
