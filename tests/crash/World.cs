using System.Globalization;
using System.Reflection;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Queues;
using Microsoft.Azure.Functions.Worker;
using OpsAutomation.Azure;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.GraphEmulator;
using OpsAutomation.Jobs;
using OpsAutomation.Local;
using OpsAutomation.Ports;

namespace OpsAutomation.Crash.Tests;

/// <summary>Everything that outlives the app: its storage with the memory of timers, the mail service, and its folders. One engagement lives in it.</summary>
internal sealed class World : IAsyncDisposable
{
    public const string FunctionKey = "a key of the crash suite";
    private static readonly IReadOnlyList<string> Timers =
    [
        .. typeof(AppServices).Assembly.GetExportedTypes().SelectMany(type => type.GetMethods())
            .Where(method => method.GetParameters().Any(parameter => parameter.IsDefined(typeof(TimerTriggerAttribute), inherit: false)))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name),
    ];

    private static readonly IReadOnlyList<string> Queues = [.. JobQueues.All.SelectMany(name => new[] { name, name + JobQueues.PoisonSuffix })];

    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);

    private readonly string folder = Directory.CreateTempSubdirectory("ops-crash").FullName;
    private readonly Azurite azurite;
    private readonly WorldClock clock;
    private readonly QueueServiceClient queues;
    private readonly AzureTimerStore timers;
    private readonly BlobContainerClient leases;
    private string? busiest;
    private int lives;

    private World(Azurite azurite, Emulator graph, WorldClock clock, EventReceiver events, EngagementId engagement)
    {
        this.azurite = azurite;
        this.clock = clock;
        Graph = graph;
        Events = events;
        Engagement = engagement;
        queues = new(azurite.ConnectionString);
        BlobServiceClient service = new(azurite.ConnectionString);
        Blobs = new AzureBlobStore(service);
        State = new AzureStateStore(new TableServiceClient(azurite.ConnectionString), Blobs);
        Registry = new AzureEngagementRegistry(service);
        Jobs = new AzureJobQueue(queues);
        timers = new(service, engagement.Value);
        leases = service.GetBlobContainerClient(AzureTimerStore.Container);
    }

    public EngagementId Engagement { get; }

    public Emulator Graph { get; }

    public EventReceiver Events { get; }

    public IBlobStore Blobs { get; }

    public IStateStore State { get; }

    public IEngagementRegistry Registry { get; }

    public IJobQueue Jobs { get; }

    /// <summary>Sets up a world in storage that is there; worlds that share it follow each other.</summary>
    public static async Task<World> CreateAsync(Azurite azurite, string engagement)
    {
        var time = new WorldClock();
        time.Set(Scenario.SundayMorning);
        var graph = await Emulator.StartAsync(new EmulatorSettings(), time);
        var world = new World(azurite, graph, time, await EventReceiver.StartAsync(), EngagementId.Parse(engagement));
        await world.SetUpAsync();
        return world;
    }

    /// <summary>A new life of the app.</summary>
    public async Task<Life> BeginAsync(LifeSettings settings)
    {
        clock.Set(settings.Now);
        if (!settings.IsAtOnce)
            await EndLeasesAsync();
        var home = Home(settings.Home);
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["AzureFunctionsWebHost__hostid"] = Engagement.Value,
            ["OPS_HOME"] = home,
            ["Ops__Graph__Endpoint"] = Graph.Endpoint.ToString(),
            ["Ops__Graph__TimeoutSeconds"] = "8",
            ["Ops__Graph__LeaseSeconds"] = "9",
            ["Ops__Graph__SettleSeconds"] = "1",
            ["Ops__Operator"] = "operator@ops.example",
            ["FunctionsRuntime__Home"] = home,
            ["FunctionsRuntime__HostJson"] = HostJson(settings.Attempts),
            ["FunctionsRuntime__Lease"] = "00:00:02",
            ["FunctionsRuntime__TimerLease"] = "00:00:15",
            ["FunctionsRuntime__Port"] = "0",
            ["FunctionsRuntime__FunctionKeys__0"] = FunctionKey,
            ["OPS_CRASH_NOW"] = settings.Now.ToString("O", CultureInfo.InvariantCulture),
            ["OPS_CRASH_AT"] = settings.Deadly ?? "",
            ["OPS_CRASH_RECORD"] = settings.Record ?? "",
            ["OPS_CRASH_TIMES"] = settings.Times,
            // A life lasts seconds: code that starts quickly is worth more here than code that runs fast.
            ["DOTNET_TieredPGO"] = "0",
            ["DOTNET_TC_CallCounting"] = "0",
        };
        var log = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"life-{++lives:000}.log"));
        File.WriteAllText(log, settings + "\n");
        return Life.Begin(settings.Now, environment, log);
    }

    /// <summary>Lets timers believe that they were begun at a moment, so that each is due from its next occurrence on.</summary>
    public async Task RememberTimersAsync(DateTimeOffset begun)
    {
        foreach (var timer in Timers)
            await timers.BeginAsync(timer, new TimerRecord(null, begun.AddMinutes(15), begun));
    }

    /// <summary>How often timers ran so far, whichever life it was; a run counts once it has ended well.</summary>
    public IReadOnlyList<string> TimerRuns()
    {
        var executed = Directory.EnumerateFiles(folder, "*.log").SelectMany(ReadShared).ToList();
        return [.. Timers.Select(timer => $"{timer} {executed.Count(line => line.Contains($"Executed {timer} in", StringComparison.Ordinal))}").Order(StringComparer.Ordinal)];
    }

    /// <summary>The timers that a life, or one that has died, holds.</summary>
    public async Task<IReadOnlyList<string>> HeldTimersAsync()
    {
        var root = $"locks/{Engagement}/Host.Functions.";
        var held = new List<string>();
        if (!await leases.ExistsAsync())
            return held;
        await foreach (var blob in leases.GetBlobsAsync(BlobTraits.None, BlobStates.None, root))
        {
            if (blob.Properties.LeaseState == LeaseState.Leased)
                held.Add(blob.Name[root.Length..].Replace(".Listener", "", StringComparison.Ordinal));
        }

        return held;
    }

    /// <summary>Gives the engagement a secret.</summary>
    public async Task SetSecretAsync(string name, string value, string home = "home")
    {
#pragma warning disable RS0030 // Nothing of it is dated.
        using var opened = await LocalHome.OpenAsync(Home(home), TimeProvider.System);
#pragma warning restore RS0030
        await opened.Secrets.RotateAsync(Engagement, name, value);
    }

    /// <summary>Waits until a life has nothing left to do; false where it ended before.</summary>
    public async Task<bool> QuietAsync(Life life, TimeSpan longest)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        for (var quiet = 0; quiet < 2;)
        {
            if (waited.Elapsed > longest)
                throw new TimeoutException($"The app was not quiet after {longest}: {await BusyAsync()}.");
            await Task.Delay(Look);
            if (life.HasEnded)
                return false;
            quiet = !await IsBusyAsync() && await TimersDoneAsync(life.Began + waited.Elapsed) ? quiet + 1 : 0;
        }

        return true;
    }

    /// <summary>What is in the queues, poison included; empty for nothing.</summary>
    public async Task<string> BusyAsync()
    {
        var busy = new List<string>();
        foreach (var queue in Queues)
        {
            if (await CountAsync(queue) is var count and > 0)
                busy.Add($"{queue} {count}");
        }

        return string.Join(", ", busy);
    }

    // Asked often: what was busy at the last look mostly still is.
    private async Task<bool> IsBusyAsync()
    {
        foreach (var queue in busiest is null ? Queues : Queues.Prepend(busiest))
        {
            if (await CountAsync(queue) == 0)
                continue;
            busiest = queue;
            return true;
        }

        return false;
    }

    private async Task<int> CountAsync(string queue) => (await queues.GetQueueClient(queue).GetPropertiesAsync()).Value.ApproximateMessagesCount;

    public async ValueTask DisposeAsync()
    {
        // The next world's timers must not see this engagement.
        await new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(StorageNames.Configuration).DeleteBlobIfExistsAsync(Engagement.Value + ".yaml");
        await Graph.DisposeAsync();
        await Events.DisposeAsync();
        KeepLogs();
        Directory.Delete(folder, recursive: true);
    }

    private string Home(string name) => Path.Combine(folder, name);

    private void KeepLogs()
    {
        if (Environment.GetEnvironmentVariable("OPS_CRASH_LOGS") is not { Length: > 0 } kept)
            return;
        var target = Directory.CreateDirectory(Path.Combine(kept, Engagement.Value)).FullName;
        foreach (var log in Directory.EnumerateFiles(folder, "*.log"))
            File.Copy(log, Path.Combine(target, Path.GetFileName(log)), overwrite: true);
    }

    // As the app's own, but for what takes minutes there and seconds here.
    private string HostJson(int attempts)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"host.{attempts}.json"));
        File.WriteAllText(path, $$"""
            {
              "version": "2.0",
              "functionTimeout": "00:05:00",
              "extensions": {
                "queues": {"batchSize": 4, "newBatchThreshold": 2, "maxDequeueCount": {{attempts}}, "maxPollingInterval": "00:00:00.400", "visibilityTimeout": "00:00:01"}
              }
            }
            """);
        return path;
    }

    private async Task SetUpAsync()
    {
        BlobServiceClient service = new(azurite.ConnectionString);
        foreach (var container in StorageNames.Containers)
            await service.GetBlobContainerClient(container).CreateIfNotExistsAsync();
        await new TableServiceClient(azurite.ConnectionString).CreateTableIfNotExistsAsync(StorageNames.State);
        foreach (var queue in Queues)
        {
            await queues.GetQueueClient(queue).CreateIfNotExistsAsync();
            await queues.GetQueueClient(queue).ClearMessagesAsync();
        }
    }

    // Between two lives the clock has gone on for longer than a lease lasts.
    private async Task EndLeasesAsync()
    {
        foreach (var timer in await HeldTimersAsync())
            await leases.GetBlobClient($"locks/{Engagement}/Host.Functions.{timer}.Listener").GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
    }

    private async Task<bool> TimersDoneAsync(DateTimeOffset now)
    {
        foreach (var timer in Timers)
        {
            if (await timers.FindAsync(timer) is { } record && record.Next <= now)
                return false;
        }

        return true;
    }

    private static IEnumerable<string> ReadShared(string path)
    {
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
