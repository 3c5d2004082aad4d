using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.GraphEmulator.Mail;

namespace OpsAutomation.GraphEmulator.Control;

/// <summary>
/// What Graph has not: faults and settings to ask for, and what really happened. For suites whose emulator is a process of its own.
/// </summary>
internal static class ControlEndpoints
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    public static void Map(IEndpointRouteBuilder app)
    {
        var control = app.MapGroup("/_control");
        control.MapPost("/faults", async (HttpRequest request, FaultList faults) =>
        {
            faults.Add((await JsonSerializer.DeserializeAsync<Fault>(request.Body, Json))!);
            return Results.NoContent();
        });
        control.MapDelete("/faults", (FaultList faults) =>
        {
            faults.Clear();
            return Results.NoContent();
        });
        control.MapGet("/settings", (EmulatorSettings settings) => Results.Json(settings, Json));
        control.MapPut("/settings", async (HttpRequest request, EmulatorSettings settings) =>
        {
            Copy((await JsonSerializer.DeserializeAsync<EmulatorSettings>(request.Body, Json))!, settings);
            return Results.NoContent();
        });
        control.MapGet("/requests", (RequestLog log) => Results.Json(log.All, Json));
        control.MapGet("/delivered", (MailStore store) => Results.Json(store.Delivered, Json));
        control.MapGet("/mailboxes/{address}/drafts", (string address, MailStore store) => Results.Json(Drafts(store, address), Json));
        control.MapPost("/mailboxes/{address}/receive", async (string address, HttpRequest request, MailStore store) =>
        {
            var mail = (await JsonSerializer.DeserializeAsync<IncomingMail>(request.Body, Json))!;
            return Results.Json(new { id = mail.PutInto(store, store.Of(address)).ImmutableId }, Json);
        });
    }

    private static void Copy(EmulatorSettings from, EmulatorSettings to)
    {
        (to.RequestsAtOnce, to.SendsPerMinute, to.LargestRequest) = (from.RequestsAtOnce, from.SendsPerMinute, from.LargestRequest);
        (to.MoveToSentMilliseconds, to.FilterLagMilliseconds) = (from.MoveToSentMilliseconds, from.FilterLagMilliseconds);
        to.HiddenWhileMoving = from.HiddenWhileMoving;
    }

    private static IReadOnlyList<string> Drafts(MailStore store, string address)
    {
        var mailbox = store.Of(address);
        store.Settle(mailbox);
        lock (mailbox.Gate)
            return [.. mailbox.Messages.Where(message => message.IsDraft).Select(message => message.Subject)];
    }
}
