using System.Diagnostics;

namespace OpsAutomation.Crash.Tests;

/// <summary>Runs a scenario from its beginning until nothing is left to do, with kills on the way.</summary>
internal sealed class CrashRun(Azurite azurite, string engagement)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    // So long that whatever was asked for and lost is asked for again.
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(75);

    /// <summary>What was recorded in a run without kills, by phase.</summary>
    public List<Failpoint> Passed { get; } = [];

    /// <summary>The kills that came about.</summary>
    public List<Kill> Done { get; } = [];

    /// <summary>How long a phase took from the start of its first life, where nothing was killed.</summary>
    public Dictionary<string, TimeSpan> Durations { get; } = new(StringComparer.Ordinal);

    /// <summary>Runs it; gives what there is in the end.</summary>
    public async Task<Outcome> RunAsync(IReadOnlyList<Kill> kills)
    {
        await using var world = await World.CreateAsync(azurite, engagement);
        try
        {
            var phases = await new Scenario(world).BeginAsync();
            await world.RememberTimersAsync(phases[0].Start.AddDays(-1));
            foreach (var phase in phases)
                await RunAsync(world, phase, new(kills.Where(kill => kill.Phase == phase.Name).OrderBy(kill => kill.Position)), kills.Count == 0);
            return await new OutcomeReader(world).ReadAsync(Scenario.Monday);
        }
        catch
        {
            File.Copy(world.Log, Path.Combine(Path.GetTempPath(), "ops-crash-failed.log"), overwrite: true);
            throw;
        }
    }

    private async Task RunAsync(World world, Phase phase, Queue<Kill> kills, bool clean)
    {
        await phase.Prepare();
        var now = phase.Start;
        while (kills.TryDequeue(out var kill))
        {
            if (!await LiveAsync(world, phase, now, kill, null))
                break;
            Done.Add(kill);
            // Some lives follow at once, others when timers are due again.
            now = Done.Count % 3 == 0 ? now.AddMinutes(15) : now.AddMinutes(1);
        }

        if (clean)
            await RecordAsync(world, phase);
        await LiveAsync(world, phase, now + Settling, null, null);
    }

    private async Task RecordAsync(World world, Phase phase)
    {
        var record = Path.GetTempFileName();
        var watch = Stopwatch.StartNew();
        await LiveAsync(world, phase, phase.Start, null, record);
        Durations[phase.Name] = watch.Elapsed;
        Passed.AddRange(Failpoint.Read(phase.Name, record));
        File.Delete(record);
    }

    // True where it was killed, false where it came to rest.
    private static async Task<bool> LiveAsync(World world, Phase phase, DateTimeOffset now, Kill? kill, string? record)
    {
        await using var life = world.Begin(now, kill?.At, record);
        var killing = kill is { At: null } ? KillAsync(life, kill.After) : Task.CompletedTask;
        var address = await life.StartedAsync(CancellationToken.None);
        var sending = address is null ? Task.CompletedTask : Task.WhenAll(phase.Senders.Select(sender => sender.SendAsync(address, life)));
        await Task.WhenAny(sending, life.EndedAsync(CancellationToken.None));
        var quiet = !life.HasEnded && await world.QuietAsync(life, now, Longest);
        if (quiet)
        {
            await life.KillAsync();
            await sending;
            return false;
        }

        await life.EndedAsync(CancellationToken.None);
        await sending;
        await killing;
        return life.WasKilled ? true : throw new InvalidOperationException($"The app ended by itself. Its log: {world.Log}");
    }

    private static async Task KillAsync(Life life, TimeSpan after)
    {
        await life.StartedAsync(CancellationToken.None);
        await Task.Delay(after);
        if (!life.HasEnded)
            await life.KillAsync();
    }
}
