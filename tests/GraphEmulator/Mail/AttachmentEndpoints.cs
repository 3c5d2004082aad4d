using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Attachments: list, read, add in one request below 3 MB and by upload session above.</summary>
internal static class AttachmentEndpoints
{
    private const int LargestInOneRequest = 3 * 1024 * 1024;
    private const int LargestChunk = 4 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder app)
    {
        var message = app.MapGroup("/v1.0/users/{user}/messages/{id}");
        message.MapGet("/attachments", (string user, string id, HttpRequest request, MailStore store) =>
            MessageEndpoints.Find(user, id, store, (_, found) => GraphAnswer.Page(request, found.Attachments, file => file.ToJson(!IsSelective(request)))));
        message.MapPost("/attachments", AddAsync);
        message.MapPost("/attachments/createUploadSession", OpenAsync);
        message.MapGet("/attachments/{file}", (string user, string id, string file, HttpRequest request, MailStore store) =>
            WithFile(user, id, file, store, (_, found) => GraphAnswer.Json(found.ToJson(!IsSelective(request)))));
        message.MapGet("/attachments/{file}/$value", (string user, string id, string file, MailStore store) =>
            WithFile(user, id, file, store, (_, found) => Results.Bytes(found.Content, found.ContentType)));
        message.MapDelete("/attachments/{file}", (string user, string id, string file, MailStore store) => WithFile(user, id, file, store, (from, found) =>
        {
            from.Attachments.Remove(found);
            return Results.NoContent();
        }));
        app.MapPut("/upload/{user}/{session}", ReceiveAsync);
    }

    // With a selection, the content is left out as in Graph.
    private static bool IsSelective(HttpRequest request) => GraphQuery.Text(request, "$select") is not null && !GraphQuery.Selects(request, "contentBytes");

    private static IResult WithFile(string user, string id, string file, MailStore store, Func<StoredMessage, StoredAttachment, IResult> then) =>
        MessageEndpoints.Find(user, id, store, (_, message) => message.Attachments.Find(candidate => candidate.Id == file) is { } found
            ? then(message, found)
            : GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorItemNotFound", "The specified attachment was not found."));

    private static async Task<IResult> AddAsync(string user, string id, HttpRequest request, MailStore store)
    {
        var json = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        var content = Convert.FromBase64String((string?)json["contentBytes"] ?? "");
        if (content.Length >= LargestInOneRequest)
            return GraphAnswer.Error(StatusCodes.Status413PayloadTooLarge, "ErrorAttachmentSizeLimitExceeded", "Use an upload session.");
        return MessageEndpoints.Find(user, id, store, (_, message) =>
        {
            var file = new StoredAttachment(store.NewId("AT"), (string)json["name"]!, (string?)json["contentType"] ?? "application/octet-stream", content);
            message.Attachments.Add(file);
            message.Changes++;
            return GraphAnswer.Json(file.ToJson(withContent: false), StatusCodes.Status201Created);
        });
    }

    private static async Task<IResult> OpenAsync(string user, string id, HttpRequest request, MailStore store, UploadSessions sessions)
    {
        var item = (await JsonNode.ParseAsync(request.Body))!["AttachmentItem"] ?? throw new FormatException("There is no AttachmentItem.");
        var size = (long)item["size"]!;
        if (size < LargestInOneRequest)
            return GraphAnswer.Error(StatusCodes.Status400BadRequest, "ErrorAttachmentSizeShouldNotBeLessThanMinimumSize", "The attachment is too small for an upload session.");
        return MessageEndpoints.Find(user, id, store, (_, message) =>
        {
            var session = store.NewId("US");
            sessions.Add(session, new(user, message.ImmutableId, (string)item["name"]!, (string?)item["contentType"] ?? "application/octet-stream", size));
            return GraphAnswer.Json(Session($"{request.Scheme}://{request.Host}/upload/{Uri.EscapeDataString(user)}/{session}?authtoken=emulated", 0, store), StatusCodes.Status201Created);
        });
    }

    private static async Task<IResult> ReceiveAsync(string session, HttpRequest request, MailStore store, UploadSessions sessions)
    {
        if (sessions.Find(session) is not { } upload)
            return GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorItemNotFound", "The upload session was not found.");
        using var chunk = new MemoryStream();
        await request.Body.CopyToAsync(chunk);
        var start = long.Parse(request.Headers.ContentRange.ToString().Split(' ', '-')[1], CultureInfo.InvariantCulture);
        if (chunk.Length > LargestChunk || start != upload.Received.Length)
            return GraphAnswer.Error(StatusCodes.Status416RangeNotSatisfiable, "ErrorInvalidRange", "The range is not the one expected.");
        upload.Received.Write(chunk.GetBuffer(), 0, (int)chunk.Length);
        if (upload.Received.Length < upload.Size)
            return GraphAnswer.Json(Session(null, upload.Received.Length, store));
        sessions.Remove(session);
        return MessageEndpoints.Find(upload.User, upload.Message, store, (_, message) =>
        {
            var file = new StoredAttachment(store.NewId("AT"), upload.Name, upload.ContentType, upload.Received.ToArray());
            message.Attachments.Add(file);
            message.Changes++;
            return Results.Created($"{request.Scheme}://{request.Host}/v1.0/users/{Uri.EscapeDataString(upload.User)}/messages/{upload.Message}/attachments/{file.Id}", null);
        });
    }

    private static JsonObject Session(string? url, long next, MailStore store)
    {
        var session = new JsonObject
        {
            ["expirationDateTime"] = store.Now.AddDays(1).ToString("o", CultureInfo.InvariantCulture),
            ["nextExpectedRanges"] = new JsonArray(next.ToString(CultureInfo.InvariantCulture) + "-"),
        };
        if (url is not null)
            session["uploadUrl"] = url;
        return session;
    }
}
