namespace OpsAutomation.Crash.Tests;

/// <summary>Lets the app live.</summary>
internal static class Lives
{
    /// <summary>So long that every timer is due again, and whatever was asked for and lost is asked for again.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromMinutes(75);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(4);

    /// <summary>A life in a phase, until there is nothing left to do or until it is killed.</summary>
    /// <param name="world">Where it lives.</param>
    /// <param name="senders">Who sends requests meanwhile.</param>
    /// <param name="settings">How it is to be.</param>
    /// <param name="killedAfter">How long after its start it is killed from outside; null for not.</param>
    /// <returns>True where it was killed, false where it came to rest.</returns>
    public static async Task<bool> RunAsync(World world, IReadOnlyList<Sender> senders, LifeSettings settings, TimeSpan? killedAfter = null)
    {
        await using var life = await world.BeginAsync(settings);
        var killing = killedAfter is { } after ? KillAsync(life, after) : Task.CompletedTask;
        var address = await life.StartedAsync(CancellationToken.None);
        var sending = address is null ? Task.CompletedTask : Task.WhenAll(senders.Select(sender => sender.SendAsync(address, life)));
        await Task.WhenAny(sending, life.EndedAsync(CancellationToken.None));
        var quiet = !life.HasEnded && await world.QuietAsync(life, Longest);
        if (quiet)
        {
            await life.KillAsync();
            await sending;
            return false;
        }

        await life.EndedAsync(CancellationToken.None);
        await sending;
        await killing;
        return life.WasKilled ? true : throw new InvalidOperationException("The app ended by itself: OPS_CRASH_LOGS=FOLDER keeps its log.");
    }

    /// <summary>Kills a life from outside, unless it has ended by then.</summary>
    public static async Task KillAsync(Life life, TimeSpan after)
    {
        await life.StartedAsync(CancellationToken.None);
        await Task.Delay(after);
        if (!life.HasEnded)
            await life.KillAsync();
    }
}
