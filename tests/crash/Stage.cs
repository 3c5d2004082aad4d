using OpsAutomation.Ports;

namespace OpsAutomation.Crash.Tests;

/// <summary>What all tests of the suite share: storage, and the run in which nothing was killed. One test at a time uses it.</summary>
public sealed class Stage : IAsyncLifetime
{
    private Task<CrashRun>? clean;

    // The receiver of events is on this machine.
    static Stage() => AppContext.SetSwitch(PublicAddress.LoopbackSwitch, isEnabled: true);

    internal Azurite Azurite { get; } = new();

    internal Outcome Expected { get; private set; } = null!;

    public ValueTask InitializeAsync() => Azurite.InitializeAsync();

    public ValueTask DisposeAsync() => Azurite.DisposeAsync();

    /// <summary>The run without kills; its outcome is <see cref="Expected"/>.</summary>
    internal Task<CrashRun> CleanAsync() => clean ??= RunAsync();

    private async Task<CrashRun> RunAsync()
    {
        var run = new CrashRun(Azurite, "crash-clean");
        Expected = await run.RunAsync([]);
        Expected.Faults.ShouldBeEmpty();
        Expected.Lines["mails"].Count.ShouldBeGreaterThanOrEqualTo(2);
        Expected.Lines["imports"].Count.ShouldBeGreaterThanOrEqualTo(4);
        return run;
    }
}
