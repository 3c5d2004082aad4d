using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.FunctionsRuntime.Http;

/// <summary>
/// Answers some requests before the port opens, over a port that nobody knows: code is compiled when it first runs, and the first sender of all
/// would wait for that. What is answered goes nowhere.
/// </summary>
internal sealed class Rehearsal(IServiceScopeFactory scopes, ILogger<Rehearsal> log) : IHostedLifecycleService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    /// <summary>The requests, each as it is written to a connection.</summary>
    public IReadOnlyList<string> Requests { get; set; } = [];

    /// <summary>What answers them.</summary>
    public RequestDelegate Pipeline { get; set; } = _ => Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (Requests.Count == 0)
            return;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(LongestWait);
        try
        {
            await RunAsync(limit.Token);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The first sender waits a little longer, and that is all.
            RuntimeLog.NotRehearsed(log, exception);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        await using var stage = builder.Build();
        stage.Run(AnswerAsync);
        await stage.StartAsync(cancellationToken);
        var port = new Uri(stage.Urls.First()).Port;
        foreach (var request in Requests)
            await AskAsync(port, Encoding.UTF8.GetBytes(request), cancellationToken);
        await stage.StopAsync(cancellationToken);
    }

    private async Task AnswerAsync(HttpContext context)
    {
        await using var scope = scopes.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        await Pipeline(context);
    }

    private static async Task AskAsync(int port, byte[] request, CancellationToken cancellationToken)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancellationToken);
        await socket.SendAsync(request, cancellationToken);
        await socket.ReceiveAsync(new byte[4096], cancellationToken);
    }
}
