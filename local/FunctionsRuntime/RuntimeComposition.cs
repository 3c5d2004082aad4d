using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Storage.Queues;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpsAutomation.FunctionsRuntime.Functions;
using OpsAutomation.FunctionsRuntime.Http;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>Puts the runtime together behind the official builder.</summary>
internal static partial class RuntimeComposition
{
    public static WebApplication Build(WebApplicationBuilder builder, bool answersHttp)
    {
        var services = builder.Services;
        // What one function holds must never end up in what outlives it.
        builder.Host.UseDefaultServiceProvider(provider => (provider.ValidateScopes, provider.ValidateOnBuild) = (true, true));
        // The server's own lines hold addresses with their queries, and so keys.
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        services.AddOptions<RuntimeOptions>().Bind(builder.Configuration.GetSection(RuntimeOptions.Section));
        services.PostConfigure<RuntimeOptions>(options => Complete(options, builder.Configuration));
        // The official builder takes no clock: a program that wants another one registers it.
#pragma warning disable RS0030
        services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        services.AddSingleton(provider => Settings(Options(provider)));
        services.AddSingleton(provider => new RuntimeDatabase(Path.Combine(Options(provider).Home, "runtime.db")));
        var connection = builder.Configuration[HostAccount.Setting];
        // The app's own client where it has one: it knows the account also where that is reached by identity.
        services.TryAddSingleton<IQueueStorage>(provider =>
            provider.GetService<QueueServiceClient>() is { } service ? new AzureQueueStorage(service)
            : string.IsNullOrWhiteSpace(connection) ? new SqliteQueueStorage(provider.GetRequiredService<RuntimeDatabase>(), provider.GetRequiredService<TimeProvider>())
            : new AzureQueueStorage(new QueueServiceClient(connection)));
        services.TryAddSingleton(Timers);
        services.AddSingleton<FunctionInvoker>();
        services.AddSingleton<RequestsUnderWay>();
        services.AddSingleton<IReadOnlyList<FunctionDefinition>>(provider => FunctionCatalogue.Of(AssemblyOf(Options(provider)).GetExportedTypes()));
        services.AddSingleton<Rehearsal>();
        services.AddHostedService(provider => provider.GetRequiredService<Rehearsal>());
        services.AddHostedService(Triggers);
        services.AddOptions<HostOptions>().Configure<IOptions<RuntimeOptions>>((host, options) =>
        {
            host.ServicesStopConcurrently = true;
            // A little more than the limit, for what is given back after it.
            host.ShutdownTimeout = options.Value.StopTimeout + TimeSpan.FromSeconds(5);
        });
        builder.WebHost.ConfigureKestrel((_, kestrel) =>
        {
            kestrel.Limits.MaxRequestBodySize = HttpFunctions.LargestBody;
            kestrel.AddServerHeader = false;
        });

        var app = builder.Build();
        var runtime = Options(app.Services);
        app.Urls.Clear();
        app.Urls.Add($"http://{runtime.Host}:{runtime.Port}");
        var http = app.Services.GetRequiredService<IReadOnlyList<FunctionDefinition>>().Where(function => function.Trigger is HttpTriggerAttribute).ToList();
        if (http.Count > 0 && !answersHttp)
            throw new InvalidOperationException("The app has HTTP functions: call ConfigureFunctionsWebApplication() on its builder.");
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HttpFunctions));
        HttpFunctions.Map(app, http, app.Services.GetRequiredService<HostSettings>(), Keys(runtime, log), log);
        Rehearse(app, [.. runtime.Rehearsed]);
        return app;
    }

    // The same endpoints behind a routing of its own.
    private static void Rehearse(WebApplication app, IReadOnlyList<string> requests)
    {
        var rehearsal = app.Services.GetRequiredService<Rehearsal>();
        rehearsal.Requests = requests;
        rehearsal.Pipeline = ((IApplicationBuilder)app).New().UseRouting().UseEndpoints(endpoints =>
        {
            foreach (var source in ((IEndpointRouteBuilder)app).DataSources)
                endpoints.DataSources.Add(source);
        }).Build();
    }

    private static RuntimeOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<RuntimeOptions>>().Value;

    private static void Complete(RuntimeOptions options, IConfiguration configuration)
    {
        if (options.Home.Length == 0)
            options.Home = configuration["OPS_HOME"] is { Length: > 0 } home
                ? home : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".opsautomation");
        options.Check();
    }

    private static HostSettings Settings(RuntimeOptions options)
    {
        if (options.HostJson.Length > 0)
            return HostSettings.Parse(File.ReadAllText(options.HostJson));
        var beside = Path.Combine(AppContext.BaseDirectory, "host.json");
        return File.Exists(beside) ? HostSettings.Parse(File.ReadAllText(beside)) : new HostSettings();
    }

    private static Assembly AssemblyOf(RuntimeOptions options) => options.Functions
        ?? (options.Assembly.Length > 0 ? Assembly.Load(options.Assembly) : Assembly.GetEntryAssembly())
        ?? throw new InvalidOperationException($"{RuntimeOptions.Section}:Assembly must name the assembly of the function classes.");

    private static FunctionKeys Keys(RuntimeOptions options, ILogger log)
    {
        if (options.FunctionKeys.Count + options.AdminKeys.Count > 0)
            return new FunctionKeys(options.FunctionKeys, options.AdminKeys);
        RuntimeLog.KeysKept(log, FunctionKeys.FileIn(options.Home));
        return FunctionKeys.KeptIn(options.Home);
    }

    private static ITimerStore Timers(IServiceProvider provider)
    {
        var configuration = provider.GetRequiredService<IConfiguration>();
        return HostAccount.Blobs(configuration, provider.GetService<TokenCredential>()) is { } blobs
            ? new AzureTimerStore(blobs, HostAccount.IdOf(configuration, AssemblyOf(Options(provider))))
            : new SqliteTimerStore(provider.GetRequiredService<RuntimeDatabase>(), provider.GetRequiredService<TimeProvider>());
    }

    private static TriggerService Triggers(IServiceProvider provider)
    {
        var options = Options(provider);
        var settings = provider.GetRequiredService<HostSettings>();
        var configuration = provider.GetRequiredService<IConfiguration>();
        var time = provider.GetRequiredService<TimeProvider>();
        var invoker = provider.GetRequiredService<FunctionInvoker>();
        var logs = provider.GetRequiredService<ILoggerFactory>();
        var queues = new List<QueueListener>();
        var timers = new List<TimerRunner>();
        foreach (var function in provider.GetRequiredService<IReadOnlyList<FunctionDefinition>>())
        {
            if (function.Trigger is QueueTriggerAttribute queue)
            {
                var name = Resolve(queue.QueueName, configuration);
                QueueRules.CheckName(name);
                queues.Add(new QueueListener(
                    function, name, provider.GetRequiredService<IQueueStorage>(), invoker, settings, options.Lease, time, logs.CreateLogger<QueueListener>(),
                    provider.GetRequiredService<RequestsUnderWay>()));
            }
            else if (function.Trigger is TimerTriggerAttribute timer)
            {
                var schedule = NcrontabSchedule.Parse(Resolve(timer.Schedule, configuration));
                if (schedule.Next(time.GetUtcNow()) is null)
                    throw new InvalidOperationException($"The schedule of {function.Name} never comes.");
                timers.Add(new TimerRunner(function, schedule, provider.GetRequiredService<ITimerStore>(), invoker, options.TimerLease, time, logs.CreateLogger<TimerRunner>()));
            }
        }

        return new TriggerService(queues, timers, options.StopTimeout, time);
    }

    private static string Resolve(string text, IConfiguration configuration)
        => Setting().Replace(text, match => configuration[match.Groups[1].Value]
            ?? throw new InvalidOperationException($"The setting {match.Groups[1].Value}, which a trigger names, is not set."));

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Setting();
}
