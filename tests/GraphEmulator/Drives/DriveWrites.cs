using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>Writes to drives by an app: content by path or id with If-Match, upload sessions, deletion.</summary>
internal static class DriveWrites
{
    private const int LargestInOneRequest = 4 * 1024 * 1024;
    private static readonly ConcurrentDictionary<string, Session> Sessions = new(StringComparer.Ordinal);

    public static void Map(IEndpointRouteBuilder app)
    {
        var graph = app.MapGroup("/v1.0");
        graph.MapPut("/drives/{drive}/root:/{**path}", async (string drive, string path, HttpRequest request, DriveStore store) =>
            Put(drive, await BytesAsync(request), request, store, found => found.Find(Before(path, ":/content")), Before(path, ":/content")));
        graph.MapPut("/drives/{drive}/items/{item}/content", async (string drive, string item, HttpRequest request, DriveStore store) =>
            Put(drive, await BytesAsync(request), request, store, found => found.Item(item), null));
        graph.MapPost("/drives/{drive}/root:/{**path}", async (string drive, string path, HttpRequest request, DriveStore store) =>
            await BeginAsync(drive, request, store, found => found.Find(Before(path, ":/createUploadSession")), Before(path, ":/createUploadSession")));
        graph.MapPost("/drives/{drive}/items/{item}/createUploadSession", async (string drive, string item, HttpRequest request, DriveStore store) =>
            await BeginAsync(drive, request, store, found => found.Item(item), null));
        graph.MapDelete("/drives/{drive}/items/{item}", (string drive, string item, HttpRequest request, DriveStore store) => With(drive, store, found =>
        {
            if (found.Item(item) is not { } known)
                return NotFound();
            if (!Matches(request, known))
                return Changed();
            found.Remove(known);
            return Results.NoContent();
        }));
        app.MapPut("/upload-drive/{session}", async (string session, HttpRequest request, DriveStore store) =>
        {
            if (!Sessions.TryGetValue(session, out var upload))
                return Results.NotFound();
            if (request.Headers.ContainsKey("Authorization"))
                return Results.Unauthorized();
            var bytes = await BytesAsync(request);
            var range = request.Headers.ContentRange.ToString();
            if (range != $"bytes {upload.Received.Length}-{upload.Received.Length + bytes.Length - 1}/{range.Split('/')[^1]}")
                return Results.StatusCode(StatusCodes.Status416RangeNotSatisfiable);
            upload.Received.Write(bytes);
            if (upload.Received.Length < long.Parse(range.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))
                return bytes.Length % (320 * 1024) == 0 ? Results.Json(new JsonObject { ["nextExpectedRanges"] = new JsonArray($"{upload.Received.Length}-") }, statusCode: 202) : Results.BadRequest();
            Sessions.TryRemove(session, out _);
            return With(upload.Drive, store, found => GraphAnswer.Json(found.Write(upload.Item is null ? null : found.Item(upload.Item), upload.Path, upload.Received.ToArray()).ToJson(found.Id, null), 201));
        });
    }

    private static IResult Put(string drive, byte[] content, HttpRequest request, DriveStore store, Func<StoredDrive, StoredItem?> find, string? path) => With(drive, store, found =>
    {
        var known = find(found);
        if (known is null && path is null)
            return NotFound();
        if (content.Length > LargestInOneRequest)
            return GraphAnswer.Error(StatusCodes.Status413PayloadTooLarge, "requestEntityTooLarge", "Use an upload session.");
        if (Refusal(request, known, request.Query["@microsoft.graph.conflictBehavior"]) is { } refusal)
            return refusal;
        return GraphAnswer.Json(found.Write(known, path, content).ToJson(found.Id, null), known is null ? 201 : 200);
    });

    private static async Task<IResult> BeginAsync(string drive, HttpRequest request, DriveStore store, Func<StoredDrive, StoredItem?> find, string? path)
    {
        var body = await JsonNode.ParseAsync(request.Body);
        return With(drive, store, found =>
        {
            var known = find(found);
            if (known is null && path is null)
                return NotFound();
            if (Refusal(request, known, (string?)body?["item"]?["@microsoft.graph.conflictBehavior"]) is { } refusal)
                return refusal;
            var id = $"{drive}-{Sessions.Count}-{found.Last}";
            Sessions[id] = new(drive, known?.Id, path);
            return GraphAnswer.Json(new JsonObject { ["uploadUrl"] = $"{request.Scheme}://{request.Host}/upload-drive/{Uri.EscapeDataString(id)}" });
        });
    }

    private static IResult? Refusal(HttpRequest request, StoredItem? known, string? onConflict)
    {
        if (known is not null && onConflict == "fail")
            return GraphAnswer.Error(StatusCodes.Status409Conflict, "nameAlreadyExists", "An item with the same name already exists under the parent.");
        return known is not null && !Matches(request, known) ? Changed() : null;
    }

    private static bool Matches(HttpRequest request, StoredItem known) => request.Headers.IfMatch.ToString() is "" or "*" || request.Headers.IfMatch.ToString() == known.ETag;

    private static IResult Changed() => GraphAnswer.Error(StatusCodes.Status412PreconditionFailed, "resourceModified", "ETag does not match current item's value.");

    private static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound", "The resource could not be found.");

    private static string Before(string path, string end) => path.EndsWith(end, StringComparison.Ordinal) ? path[..^end.Length] : path;

    private static IResult With(string drive, DriveStore store, Func<StoredDrive, IResult> then)
    {
        if (store.Find(drive) is not { } found)
            return NotFound();
        lock (found.Gate)
            return then(found);
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var memory = new MemoryStream();
        await request.Body.CopyToAsync(memory);
        return memory.ToArray();
    }

    private sealed record Session(string Drive, string? Item, string? Path)
    {
        public MemoryStream Received { get; } = new();
    }
}
