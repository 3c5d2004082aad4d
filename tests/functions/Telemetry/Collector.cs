using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.Functions.Tests.Telemetry;

/// <summary>A collector of OTLP over HTTP on a loopback port of its own: keeps what it is sent.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<byte[]> traces = new();
    private readonly ConcurrentQueue<byte[]> metrics = new();

    private Collector(WebApplication app)
    {
        this.app = app;
        app.MapPost("/v1/traces", request => KeepAsync(request, traces));
        app.MapPost("/v1/metrics", request => KeepAsync(request, metrics));
    }

    public string Address => app.Urls.Single();

    /// <summary>The spans: trace id and name.</summary>
    public IReadOnlyList<(string Trace, string Name)> Spans =>
    [
        .. from body in traces
           from resource in ProtoMessage.Fields(body, 1)
           from scope in ProtoMessage.Fields(resource, 2)
           from span in ProtoMessage.Fields(scope, 2)
           select (Convert.ToHexStringLower(ProtoMessage.Fields(span, 1).Single().Span), ProtoMessage.Text(span, 5)),
    ];

    /// <summary>The metrics: name and unit.</summary>
    public IReadOnlyList<(string Name, string Unit)> Metrics =>
    [
        .. (from body in metrics
            from resource in ProtoMessage.Fields(body, 1)
            from scope in ProtoMessage.Fields(resource, 2)
            from metric in ProtoMessage.Fields(scope, 2)
            select (ProtoMessage.Text(metric, 1), ProtoMessage.Text(metric, 3))).Distinct(),
    ];

    /// <summary>All that came, as text.</summary>
    public string Everything => string.Concat(traces.Concat(metrics).Select(System.Text.Encoding.UTF8.GetString));

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var collector = new Collector(builder.Build());
        await collector.app.StartAsync();
        return collector;
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static async Task KeepAsync(HttpContext context, ConcurrentQueue<byte[]> kept)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        kept.Enqueue(body.ToArray());
        context.Response.ContentType = "application/x-protobuf";
    }
}
