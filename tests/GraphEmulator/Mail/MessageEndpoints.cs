using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpsAutomation.GraphEmulator.Faults;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Messages: create, read, change, send, move, delete, list.</summary>
internal static class MessageEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/v1.0/users/{user}");
        users.MapPost("/messages", CreateAsync);
        users.MapGet("/messages", (string user, HttpRequest request, MailStore store) => List(user, null, request, store));
        users.MapGet("/mailFolders/{folder}/messages", (string user, string folder, HttpRequest request, MailStore store) => List(user, folder, request, store));
        users.MapGet("/messages/{id}", (string user, string id, HttpRequest request, MailStore store) =>
            Find(user, id, store, (_, message) => GraphAnswer.Json(MessageText.Json(message, request))));
        users.MapPatch("/messages/{id}", ChangeAsync);
        users.MapDelete("/messages/{id}", (string user, string id, MailStore store) => Find(user, id, store, (mailbox, message) =>
        {
            // Deleted is moved, until it is deleted there too.
            var deleted = mailbox.FindFolder("deleteditems")!.Id;
            if (message.Folder == deleted)
                mailbox.Messages.Remove(message);
            message.Folder = deleted;
            return Results.NoContent();
        }));
        users.MapPost("/messages/{id}/send", Send);
        users.MapPost("/messages/{id}/move", MoveAsync);
    }

    /// <summary>Does something with a message, with its mailbox locked and up to date; or says that there is none.</summary>
    public static IResult Find(string user, string id, MailStore store, Func<Mailbox, StoredMessage, IResult> then)
    {
        var mailbox = store.Of(user);
        store.Settle(mailbox);
        lock (mailbox.Gate)
        {
            return mailbox.FindMessage(id) is { } message && !store.IsHidden(message)
                ? then(mailbox, message)
                : GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorItemNotFound", "The specified object was not found in the store.");
        }
    }

    private static async Task<IResult> CreateAsync(string user, HttpRequest request, MailStore store)
    {
        var mailbox = store.Of(user);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, leaveOpen: true);
        var body = await reader.ReadToEndAsync();
        MimeReader? mime = null;
        if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
        {
            try
            {
                mime = MimeReader.Read(Convert.FromBase64String(body));
            }
            catch (FormatException)
            {
                return GraphAnswer.Error(StatusCodes.Status400BadRequest, "ErrorMimeContentInvalidBase64String", "Invalid base64 string for MIME content.");
            }
        }

        var message = store.Add(mailbox, "drafts");
        lock (mailbox.Gate)
        {
            if (mime is not null)
                MessageText.Fill(message, mime, () => store.NewId("AT"));
            else
                MessageText.Fill(message, JsonNode.Parse(body)!.AsObject(), store.Now);
            return GraphAnswer.Json(MessageText.Json(message, request), StatusCodes.Status201Created);
        }
    }

    private static IResult List(string user, string? folder, HttpRequest request, MailStore store)
    {
        var mailbox = store.Of(user);
        store.Settle(mailbox);
        lock (mailbox.Gate)
        {
            var within = folder is null ? null : mailbox.FindFolder(folder);
            if (folder is not null && within is null)
                return FolderEndpoints.NotFound();
            var found = MessageFilter.Apply([.. mailbox.Messages.Where(message => within is null || message.Folder == within.Id)], GraphQuery.Text(request, "$filter"), store);
            if (found is null)
                return GraphAnswer.Error(StatusCodes.Status400BadRequest, "ErrorInvalidUrlQueryFilter", "The query filter contains one or more invalid nodes.");
            // Graph lists the newest first unless asked otherwise.
            var ascending = GraphQuery.Text(request, "$orderby") is { } order && !order.EndsWith("desc", StringComparison.OrdinalIgnoreCase);
            return GraphAnswer.Page(request, ascending ? found : [.. found.Reverse()], message => MessageText.Json(message, request));
        }
    }

    private static async Task<IResult> ChangeAsync(string user, string id, HttpRequest request, MailStore store)
    {
        var json = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        return Find(user, id, store, (_, message) =>
        {
            MessageText.Fill(message, json, store.Now);
            message.Modified = store.Now;
            message.Changes++;
            return GraphAnswer.Json(MessageText.Json(message, request));
        });
    }

    private static IResult Send(string user, string id, HttpResponse response, MailStore store, MailboxLimits limits) => Find(user, id, store, (mailbox, message) =>
    {
        if (!message.IsDraft)
            return GraphAnswer.Error(StatusCodes.Status400BadRequest, "ErrorInvalidOperation", "The message is not a draft.");
        if (limits.SecondsUntilSend(user) is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return GraphAnswer.Error(StatusCodes.Status429TooManyRequests, "ErrorExceededMessageLimit", "The mailbox sent too many messages.");
        }

        store.Accept(mailbox, message);
        return Results.StatusCode(StatusCodes.Status202Accepted);
    });

    private static async Task<IResult> MoveAsync(string user, string id, HttpRequest request, MailStore store)
    {
        // Parameters of an action are named without regard to case; the SDK writes this one with a capital.
        var body = (await JsonNode.ParseAsync(request.Body))!.AsObject();
        var target = (string?)body.FirstOrDefault(pair => pair.Key.Equals("destinationId", StringComparison.OrdinalIgnoreCase)).Value ?? "";
        return Find(user, id, store, (mailbox, message) =>
        {
            if (mailbox.FindFolder(target) is not { } folder)
                return FolderEndpoints.NotFound();
            message.Folder = folder.Id;
            message.Changes++;
            return GraphAnswer.Json(MessageText.Json(message, request), StatusCodes.Status201Created);
        });
    }
}
