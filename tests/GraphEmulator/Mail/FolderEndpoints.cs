using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpsAutomation.GraphEmulator.Mail;

/// <summary>Mail folders: list, find, create.</summary>
internal static class FolderEndpoints
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var users = app.MapGroup("/v1.0/users/{user}");
        users.MapGet("/mailFolders", (string user, HttpRequest request, MailStore store) => List(user, null, request, store));
        users.MapGet("/mailFolders/{folder}", (string user, string folder, MailStore store) =>
        {
            var mailbox = store.Of(user);
            store.Settle(mailbox);
            lock (mailbox.Gate)
                return mailbox.FindFolder(folder) is { } found ? GraphAnswer.Json(Json(mailbox, found)) : NotFound();
        });
        users.MapGet("/mailFolders/{folder}/childFolders", (string user, string folder, HttpRequest request, MailStore store) => List(user, folder, request, store));
        users.MapPost("/mailFolders", (string user, HttpRequest request, MailStore store) => CreateAsync(user, null, request, store));
        users.MapPost("/mailFolders/{folder}/childFolders", (string user, string folder, HttpRequest request, MailStore store) => CreateAsync(user, folder, request, store));
    }

    public static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "ErrorItemNotFound", "The specified folder was not found.");

    private static IResult List(string user, string? parent, HttpRequest request, MailStore store)
    {
        var mailbox = store.Of(user);
        store.Settle(mailbox);
        lock (mailbox.Gate)
        {
            var within = parent is null ? null : mailbox.FindFolder(parent);
            if (parent is not null && within is null)
                return NotFound();
            var name = GraphQuery.Text(request, "$filter");
            var folders = mailbox.Folders.Where(folder => folder.Parent == within?.Id && (name is null || name == $"displayName eq '{folder.Name.Replace("'", "''", StringComparison.Ordinal)}'"));
            return GraphAnswer.Page(request, [.. folders], folder => Json(mailbox, folder));
        }
    }

    private static async Task<IResult> CreateAsync(string user, string? parent, HttpRequest request, MailStore store)
    {
        var name = (string)(await JsonNode.ParseAsync(request.Body))!["displayName"]!;
        var mailbox = store.Of(user);
        lock (mailbox.Gate)
        {
            var within = parent is null ? null : mailbox.FindFolder(parent);
            if (parent is not null && within is null)
                return NotFound();
            if (mailbox.Folders.Exists(folder => folder.Parent == within?.Id && folder.Name == name))
                return GraphAnswer.Error(StatusCodes.Status409Conflict, "ErrorFolderExists", "A folder with the specified name already exists.");
            var created = new MailFolder(store.NewId("F-"), name, null, within?.Id);
            mailbox.Folders.Add(created);
            return GraphAnswer.Json(Json(mailbox, created), StatusCodes.Status201Created);
        }
    }

    private static JsonObject Json(Mailbox mailbox, MailFolder folder)
    {
        var messages = mailbox.Messages.Where(message => message.Folder == folder.Id).ToList();
        return folder.ToJson(messages.Count, messages.Count(message => !message.IsRead), mailbox.Folders.Count(child => child.Parent == folder.Id));
    }
}
