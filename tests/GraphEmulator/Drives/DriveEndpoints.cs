using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>Drives: find, folder by path, item, children, delta with tokens, content by a link that lasts an hour.</summary>
internal static class DriveEndpoints
{
    private static readonly TimeSpan LinkLife = TimeSpan.FromHours(1);

    public static void Map(IEndpointRouteBuilder app)
    {
        var graph = app.MapGroup("/v1.0");
        graph.MapGet("/users/{user}/drive", (string user, DriveStore store) => Drive(store.Named(user)));
        graph.MapGet("/sites/{**rest}", (string rest, DriveStore store) => rest.EndsWith("/drive", StringComparison.Ordinal)
            ? Drive(store.Named(rest[..^"/drive".Length].TrimEnd(':')))
            : NotFound());
        graph.MapGet("/drives/{drive}/root", (string drive, HttpRequest request, DriveStore store) => With(drive, store, found => Item(found, found.Root, request, store)));
        graph.MapGet("/drives/{drive}/root:/{**path}", (string drive, string path, HttpRequest request, DriveStore store) =>
            With(drive, store, found => Item(found, found.Find(path.TrimEnd(':')), request, store)));
        graph.MapGet("/drives/{drive}/items/{item}", (string drive, string item, HttpRequest request, DriveStore store) =>
            With(drive, store, found => Item(found, found.Item(item), request, store)));
        graph.MapGet("/drives/{drive}/items/{item}/children", (string drive, string item, HttpRequest request, DriveStore store) => With(drive, store, found => found.Item(item) is { } folder
            ? GraphAnswer.Page(request, [.. found.Children(folder.Id)], child => child.ToJson(found.Id, Link(found, child, request, store)))
            : NotFound()));
        graph.MapGet("/drives/{drive}/items/{item}/delta()", Delta);
        graph.MapGet("/drives/{drive}/items/{item}/content", (string drive, string item, HttpRequest request, DriveStore store) => With(drive, store, found => found.Item(item) is { Content: not null } file
            ? Results.Redirect(Link(found, file, request, store))
            : NotFound()));
        app.MapGet("/download/{drive}/{item}", (string drive, string item, long until, DriveStore store) => store.Now.ToUnixTimeSeconds() > until
            ? Results.Text("The link has expired.", statusCode: StatusCodes.Status401Unauthorized)
            : With(drive, store, found => found.Item(item) is { Content: { } content } ? Results.Bytes(content) : Results.NotFound()));
    }

    private static IResult Delta(string drive, string item, HttpRequest request, DriveStore store, EmulatorSettings settings) => With(drive, store, found =>
    {
        if (item != "root" && item != found.Root.Id)
            return GraphAnswer.Error(StatusCodes.Status400BadRequest, "invalidRequest", "Delta is supported for the root only.");
        var since = 0L;
        if (GraphQuery.Text(request, "token") is { } token)
        {
            var parts = token.Split('-');
            if (parts.Length != 2 || parts[0] != found.Epoch.ToString(CultureInfo.InvariantCulture))
            {
                request.HttpContext.Response.Headers.Location = Next(request, null);
                return GraphAnswer.Error(StatusCodes.Status410Gone, "resyncChangesApplyDifferences", "The token has expired: start again.");
            }

            since = long.Parse(parts[1], CultureInfo.InvariantCulture);
        }

        var changes = found.Items.Where(change => change.Sequence > since && !(since == 0 && change.IsDeleted)).OrderBy(change => change.Sequence).ToList();
        var page = changes.Take(settings.DrivePage).ToList();
        var hasMore = page.Count < changes.Count;
        // As in Graph, the folders above a change come with it unless the caller asks for less.
        var told = request.Headers.ContainsKey("deltaExcludeParent") ? page : [.. page.SelectMany(found.Above).Concat(page).Distinct()];
        var end = $"{found.Epoch}-{(hasMore ? page[^1].Sequence : found.Last)}";
        return GraphAnswer.Json(new JsonObject
        {
            ["value"] = new JsonArray([.. told.Select(change => change.ToJson(found.Id, Link(found, change, request, store)))]),
            [hasMore ? "@odata.nextLink" : "@odata.deltaLink"] = Next(request, end),
        });
    });

    private static string Next(HttpRequest request, string? token) =>
        $"{request.Scheme}://{request.Host}{request.Path}{(token is null ? "" : "?token=" + token)}";

    private static IResult Drive(StoredDrive? drive) => drive is null ? NotFound() : GraphAnswer.Json(new JsonObject { ["id"] = drive.Id, ["driveType"] = "documentLibrary" });

    private static IResult Item(StoredDrive drive, StoredItem? item, HttpRequest request, DriveStore store) =>
        item is null ? NotFound() : GraphAnswer.Json(item.ToJson(drive.Id, Link(drive, item, request, store)));

    private static string Link(StoredDrive drive, StoredItem item, HttpRequest request, DriveStore store) => string.Create(
        CultureInfo.InvariantCulture, $"{request.Scheme}://{request.Host}/download/{drive.Id}/{item.Id}?until={(store.Now + LinkLife).ToUnixTimeSeconds()}");

    private static IResult With(string drive, DriveStore store, Func<StoredDrive, IResult> then)
    {
        if (store.Find(drive) is not { } found)
            return NotFound();
        lock (found.Gate)
            return then(found);
    }

    private static IResult NotFound() => GraphAnswer.Error(StatusCodes.Status404NotFound, "itemNotFound", "The resource could not be found.");
}
