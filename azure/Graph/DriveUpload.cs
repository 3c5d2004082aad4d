using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;

namespace OpsAutomation.Azure.Graph;

/// <summary>Writes files of a drive: small ones in one request, large ones by an upload session.</summary>
internal sealed class DriveUpload(GraphServiceClient graph, HttpClient http, string drive)
{
    // Pieces of a session are multiples of 320 KiB.
    private const int LargestInOneRequest = 4 * 1024 * 1024;
    private const int Piece = 12 * 320 * 1024;

    /// <summary>The address of an item by its path from the top of the drive.</summary>
    public static string AddressOf(GraphServiceClient graph, string drive, string path) =>
        $"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(drive)}/root:/{GraphDrive.Escape(path)}";

    /// <summary>Makes a file, with the folders above it.</summary>
    /// <returns>The file; null where one of that name is there.</returns>
    public async Task<DriveItem?> CreateAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        try
        {
            return content.Length <= LargestInOneRequest
                ? await PutAsync($"{AddressOf(graph, drive, path)}:/content?@microsoft.graph.conflictBehavior=fail", content, null, cancellationToken).ConfigureAwait(false)
                : await SendAsync($"{AddressOf(graph, drive, path)}:/createUploadSession", "fail", content, null, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException taken) when (GraphFailure.StatusOf(taken) == HttpStatusCode.Conflict)
        {
            return null;
        }
    }

    /// <summary>Replaces the content of a file that is as it was seen.</summary>
    /// <param name="id">The file.</param>
    /// <param name="tag">Its eTag.</param>
    /// <param name="content">What it is to hold.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The file; null where it is not as it was seen, or gone.</returns>
    public async Task<DriveItem?> ReplaceAsync(string id, string tag, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var address = $"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(drive)}/items/{Uri.EscapeDataString(id)}";
        try
        {
            return content.Length <= LargestInOneRequest
                ? await PutAsync($"{address}/content", content, tag, cancellationToken).ConfigureAwait(false)
                : await SendAsync($"{address}/createUploadSession", "replace", content, tag, cancellationToken).ConfigureAwait(false);
        }
        catch (ApiException changed) when (GraphFailure.StatusOf(changed) is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict or HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task<DriveItem> PutAsync(string address, ReadOnlyMemory<byte> content, string? tag, CancellationToken cancellationToken)
    {
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var item = await graph.Drives[drive].Items["root"].Content.WithUrl(address).PutAsync(
            stream,
            config =>
            {
                if (tag is not null)
                    config.Headers.Add("If-Match", tag);
            },
            cancellationToken).ConfigureAwait(false);
        return item ?? throw new InvalidDataException("A file that was sent is not answered with what it is.");
    }

    private async Task<DriveItem> SendAsync(string address, string onConflict, ReadOnlyMemory<byte> content, string? tag, CancellationToken cancellationToken)
    {
        var session = await graph.Drives[drive].Items["root"].CreateUploadSession.WithUrl(address).PostAsync(
            new() { Item = new DriveItemUploadableProperties { AdditionalData = new Dictionary<string, object>(StringComparer.Ordinal) { ["@microsoft.graph.conflictBehavior"] = onConflict } } },
            config =>
            {
                if (tag is not null)
                    config.Headers.Add("If-Match", tag);
            },
            cancellationToken).ConfigureAwait(false);
        var link = session?.UploadUrl ?? throw new InvalidDataException("An upload session has no address.");
        for (var start = 0; ; start += Piece)
        {
            if (await PieceAsync(link, content, start, cancellationToken).ConfigureAwait(false) is { } item)
                return item;
            if (start + Piece >= content.Length)
                throw new IOException("An upload session did not end with the file.");
        }
    }

    // The address carries its own permission, and refuses another one beside it: the piece does not go through the signed-in client.
    private async Task<DriveItem?> PieceAsync(string address, ReadOnlyMemory<byte> content, int start, CancellationToken cancellationToken)
    {
        var end = Math.Min(content.Length, start + Piece);
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new ReadOnlyMemoryContent(content[start..end]) };
        request.Content.Headers.ContentRange = new ContentRangeHeaderValue(start, end - 1, content.Length);
        request.Content.Headers.ContentType = new("application/octet-stream");
        using var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (response.StatusCode == HttpStatusCode.Accepted)
            return null;
        if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Created))
            throw new ApiException($"A piece of a file was answered {((int)response.StatusCode).ToString(CultureInfo.InvariantCulture)}.") { ResponseStatusCode = (int)response.StatusCode };
        using var json = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
        string? Text(string name) => json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new() { Id = Text("id") ?? throw new InvalidDataException("A file that was sent has no id."), ETag = Text("eTag"), WebUrl = Text("webUrl") };
    }
}
