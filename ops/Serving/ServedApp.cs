using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;

namespace OpsAutomation.Ops.Serving;

/// <summary>The function app in this process.</summary>
internal static class ServedApp
{
    private const int LongestLogQueue = 10_000;

    // Files and SQLite are written by calls that block a thread while the disk works.
    private const int Threads = 16;

    /// <summary>Builds it over a home; other settings come from the environment, as in the cloud.</summary>
    /// <param name="home">The home's folder.</param>
    /// <param name="port">The port on this machine; null for the setting, else 7071; 0 for a free one.</param>
    /// <param name="time">The clock.</param>
    public static IHost Build(string home, int? port, TimeProvider time)
    {
        ThreadPool.GetMinThreads(out var workers, out var completions);
        ThreadPool.SetMinThreads(Math.Max(workers, Threads), completions);
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection([new("OPS_HOME", home), new("FunctionsRuntime:Home", home)]);
        if (port is { } number)
            builder.Configuration.AddInMemoryCollection([new("FunctionsRuntime:Port", $"{number}")]);
        // Standard output is for what the command itself says.
        builder.Logging.ClearProviders();
        builder.Logging.AddSimpleConsole(console => (console.SingleLine, console.TimestampFormat, console.UseUtcTimestamp) = (true, "HH:mm:ss ", true));
        builder.Services.Configure<ConsoleLoggerOptions>(console =>
        {
            console.LogToStandardErrorThreshold = LogLevel.Trace;
            // Where nobody reads on, lines are lost and counted; the app goes on.
            console.QueueFullMode = ConsoleLoggerQueueFullMode.DropWrite;
            console.MaxQueueLength = LongestLogQueue;
        });
        // The command says itself that it runs, and why it does not.
        builder.Logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.None);
        builder.Services.AddSingleton(time);
        builder.Services.Configure<RuntimeOptions>(options =>
        {
            options.Functions = typeof(AppServices).Assembly;
            foreach (var request in FirstRequests.All)
                options.Rehearsed.Add(request);
        });
        builder.Services.AddOps(builder.Configuration);
        return builder.Build();
    }

    /// <summary>The address that a started app listens on.</summary>
    public static string AddressOf(IHost app) => app.Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First();
}
