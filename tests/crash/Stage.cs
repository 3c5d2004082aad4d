using OpsAutomation.Ports;

// Whoever waits for a process leaves the machine to others.
[assembly: CollectionBehavior(MaxParallelThreads = 4)]

namespace OpsAutomation.Crash.Tests;

/// <summary>
/// What the tests of a class share: storage of their own, which one test at a time uses, and the run in which nothing was killed, which is that of the
/// whole suite.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    private static readonly Lazy<Task<(CrashRun Run, Outcome Outcome)>> Clean = new(RunAsync);

    // The receiver of events is on this machine.
    static Stage() => AppContext.SetSwitch(PublicAddress.LoopbackSwitch, isEnabled: true);

    internal Azurite Azurite { get; } = new();

    internal Outcome Expected { get; private set; } = null!;

    public ValueTask InitializeAsync() => Azurite.InitializeAsync();

    public ValueTask DisposeAsync() => Azurite.DisposeAsync();

    /// <summary>The run without kills; its outcome is <see cref="Expected"/>.</summary>
    internal async Task<CrashRun> CleanAsync()
    {
        (var run, Expected) = await Clean.Value;
        return run;
    }

    private static async Task<(CrashRun Run, Outcome Outcome)> RunAsync()
    {
        await using var storage = new Azurite();
        await storage.InitializeAsync();
        var run = new CrashRun(storage, "crash-clean");
        var outcome = await run.RunAsync([]);
        outcome.Faults.ShouldBeEmpty();
        outcome.Lines["mails"].Count.ShouldBeGreaterThanOrEqualTo(2);
        outcome.Lines["imports"].Count.ShouldBeGreaterThanOrEqualTo(4);
        return (run, outcome);
    }
}
