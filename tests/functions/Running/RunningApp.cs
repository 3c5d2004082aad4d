using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Running;

/// <summary>The app in this process, on a home of its own.</summary>
public sealed class RunningApp : IAsyncDisposable
{
    public const string Key = "a-key-of-the-functions";

    private readonly IHost host;
    private readonly bool ownsHome;

    private RunningApp(IHost host, string home, bool ownsHome)
    {
        (this.host, Home, this.ownsHome) = (host, home, ownsHome);
        var address = host.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address + "/api/") };
        Client = new HttpClient { BaseAddress = new Uri(address + "/api/") };
        Client.DefaultRequestHeaders.Add("x-functions-key", Key);
    }

    /// <summary>Comes with the key.</summary>
    public HttpClient Client { get; }

    /// <summary>Comes without.</summary>
    public HttpClient Stranger { get; }

    public string Home { get; }

    /// <summary>Starts an app.</summary>
    /// <param name="time">Its clock.</param>
    /// <param name="settings">Settings beyond the ports.</param>
    /// <param name="home">Its home; null for a new one.</param>
    public static async Task<RunningApp> StartAsync(ManualTime time, Dictionary<string, string?>? settings = null, string? home = null)
    {
        var folder = home ?? Directory.CreateTempSubdirectory("functions").FullName;
        var builder = FunctionsApplication.CreateBuilder([]);
        builder.ConfigureFunctionsWebApplication();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["OPS_HOME"] = folder,
            ["FunctionsRuntime:Home"] = folder,
            ["FunctionsRuntime:Port"] = "0",
            ["FunctionsRuntime:FunctionKeys:0"] = Key,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new(StringComparer.Ordinal));
        // Nothing on the console; the watch over names in logs (tests/leaks) hears event sources.
        builder.Logging.ClearProviders().AddEventSourceLogger();
        builder.Services.AddSingleton<TimeProvider>(time);
        builder.Services.Configure<RuntimeOptions>(options => options.Functions = typeof(AppServices).Assembly);
        builder.Services.AddOps(builder.Configuration);
        var built = builder.Build();
        await built.StartAsync();
        return new(built, folder, home is null);
    }

    /// <summary>Does something with a service, as a function would.</summary>
    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> work)
        where TService : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Runs a timer function now.</summary>
    public async Task TickAsync<TFunction>()
        where TFunction : class
    {
        await using var scope = host.Services.CreateAsyncScope();
        var function = ActivatorUtilities.CreateInstance<TFunction>(scope.ServiceProvider);
        await (Task)typeof(TFunction).GetMethod("RunAsync")!.Invoke(function, [new TimerInfo(), CancellationToken.None])!;
    }

    /// <summary>Registers an engagement.</summary>
    public Task<bool> RegisterAsync(string id, string yaml) =>
        WithAsync<IEngagementRegistry, bool>(registry => registry.CreateAsync(EngagementId.Parse(id), yaml));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        Stranger.Dispose();
        await host.StopAsync();
        await ((IAsyncDisposable)host).DisposeAsync();
        if (ownsHome)
            Directory.Delete(Home, recursive: true);
    }
}
