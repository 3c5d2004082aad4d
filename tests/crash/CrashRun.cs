using System.Diagnostics;

namespace OpsAutomation.Crash.Tests;

/// <summary>Runs a scenario from its beginning until nothing is left to do, with kills on the way.</summary>
internal sealed class CrashRun(Azurite azurite, string engagement)
{
    /// <summary>What was recorded in a run without kills, by phase.</summary>
    public List<Failpoint> Passed { get; } = [];

    /// <summary>The kills that came about.</summary>
    public List<Kill> Done { get; } = [];

    /// <summary>How long each phase took in a run without kills.</summary>
    public Dictionary<string, TimeSpan> Durations { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs it with kills, or without any and then records what it passes; gives what there is in the end.</summary>
    public async Task<Outcome> RunAsync(IReadOnlyList<Kill> kills)
    {
        await using var world = await World.CreateAsync(azurite, engagement);
        var phases = await new Scenario(world).BeginAsync();
        await world.RememberTimersAsync(phases[0].Start.AddDays(-1));
        foreach (var phase in phases)
        {
            await phase.Prepare();
            var now = phase.Start;
            if (kills.Count == 0)
                await RecordAsync(world, phase);
            else
                now = await KillAsync(world, phase, new(kills.Where(kill => kill.Phase == phase.Name).OrderBy(kill => kill.Position)));
            await Lives.RunAsync(world, phase.Senders, new(now + Lives.Settling));
        }

        return await new OutcomeReader(world).ReadAsync(Scenario.Monday);
    }

    // Gives the moment of the clock after the last kill.
    private async Task<DateTimeOffset> KillAsync(World world, Phase phase, Queue<Kill> kills)
    {
        var now = phase.Start;
        while (kills.TryDequeue(out var kill)
            && await Lives.RunAsync(world, phase.Senders, new(now) { Deadly = kill.At }, kill.At is null ? kill.After : null))
        {
            Done.Add(kill);
            // Some lives follow at once, others when timers are due again.
            now = Done.Count % 3 == 0 ? now.AddMinutes(15) : now.AddMinutes(1);
        }

        return now;
    }

    private async Task RecordAsync(World world, Phase phase)
    {
        var record = Path.GetTempFileName();
        var watch = Stopwatch.StartNew();
        await Lives.RunAsync(world, phase.Senders, new(phase.Start) { Record = record });
        Durations[phase.Name] = watch.Elapsed;
        Passed.AddRange(Failpoint.Read(phase.Name, record));
        File.Delete(record);
    }
}
