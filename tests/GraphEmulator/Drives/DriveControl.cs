using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace OpsAutomation.GraphEmulator.Drives;

/// <summary>
/// Drives as people change them, for suites whose emulator is a process of its own: <c>PUT /_control/drives/files?drive=&amp;path=</c> with
/// the bytes as body, <c>DELETE</c> likewise, <c>POST /_control/drives/expire?drive=</c>; <c>drive</c> is an id, a site or an address.
/// </summary>
internal static class DriveControl
{
    public static void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/_control/drives");
        control.MapPut("/files", async (string drive, string path, HttpRequest request, DriveStore store) =>
        {
            using var content = new MemoryStream();
            await request.Body.CopyToAsync(content);
            var item = store.Of(drive).Put(path, content.ToArray());
            return Results.Json(new { id = item.Id }, JsonSerializerOptions.Web);
        });
        control.MapDelete("/files", (string drive, string path, DriveStore store) =>
        {
            store.Of(drive).Delete(path);
            return Results.NoContent();
        });
        control.MapPost("/expire", (string drive, DriveStore store) =>
        {
            store.Of(drive).Expire();
            return Results.NoContent();
        });
    }
}
