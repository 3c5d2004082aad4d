using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.Crash.Tests;

/// <summary>Somebody who is told of events: keeps each once by its message's id, as receivers of Standard Webhooks do.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, string> taken = new(StringComparer.Ordinal);

    private EventReceiver(WebApplication app) => this.app = app;

    public Uri Url => new(new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()), "hooks");

    /// <summary>Type and subject of what was taken, each message once.</summary>
    public IEnumerable<string> Taken => taken.Values;

    public static async Task<EventReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var receiver = new EventReceiver(builder.Build());
        receiver.app.MapPost("/hooks", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync(new CancellationToken(canceled: true));
        await app.DisposeAsync();
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var happening = await JsonDocument.ParseAsync(request.Body);
        var root = happening.RootElement;
        taken.TryAdd(request.Headers["webhook-id"].ToString(), $"{root.GetProperty("type").GetString()} {root.GetProperty("subject").GetString()}");
        return Results.NoContent();
    }
}
