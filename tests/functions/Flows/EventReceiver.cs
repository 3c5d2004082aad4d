using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.Functions.Tests.Flows;

/// <summary>Somebody who is told of events, on this machine.</summary>
internal sealed class EventReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private EventReceiver(WebApplication app) => this.app = app;

    /// <summary>Where events go.</summary>
    public string Url => app.Urls.Single() + "/in";

    /// <summary>What came: headers and bodies.</summary>
    public ConcurrentQueue<(Dictionary<string, string> Headers, byte[] Body)> Received { get; } = new();

    /// <summary>Answers the first so many with 500.</summary>
    public int Failures { get; set; }

    public static async Task<EventReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var receiver = new EventReceiver(builder.Build());
        receiver.app.MapPost("/in", receiver.TakeAsync);
        await receiver.app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        Received.Enqueue((request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase), body.ToArray()));
        return Results.StatusCode(Received.Count <= Failures ? 500 : 204);
    }
}
