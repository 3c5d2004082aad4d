using OpsAutomation.Local.Backup;

namespace OpsAutomation.Local.Serving;

/// <summary>
/// A home that an app serves for hours while commands still work in it. The app holds the lock of work only in turns: the first function that
/// begins takes it, the others join, and it is free when none runs. A turn that is not over in time takes nobody else in, so that a command
/// that waits gets the home however busy the app is.
/// </summary>
public sealed class SharedHome : IDisposable
{
    // Commands wait for 10 seconds and look every 50 ms.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // A command that imports for minutes is no failure of a function that waits for it.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim door = new(1, 1);
    private readonly Lock gate = new();
    private readonly TimeProvider time;
    private HomeLock? held;
    private int inside;
    private long busySince;
    private long freeSince;
    private TaskCompletionSource left = new();

    private SharedHome(LocalHome home, TimeProvider time)
    {
        Home = home;
        this.time = time;
    }

    /// <summary>The home's stores as they are. Only its queues may be used outside a turn.</summary>
    public LocalHome Home { get; }

    /// <summary>Opens a home to serve it.</summary>
    /// <exception cref="OpsException">Refused: another app serves it, or the folder cannot be used.</exception>
    public static SharedHome Open(string folder, TimeProvider time) => new(LocalHome.OpenToServe(folder, time), time);

    /// <summary>Brings a home of an older version to this one; before any function runs.</summary>
    /// <exception cref="OpsException">Refused: the home is of a newer version. Retriable: a command works in it for longer than anybody waits.</exception>
    public async Task UpgradeAsync(CancellationToken cancellationToken = default)
    {
        using var taken = await HomeLock.TakeAsync(Home.Folder, LongestWait, cancellationToken).ConfigureAwait(false);
        HomeRestore.Finish(Home.Folder);
        await Home.UpgradeAsync(isServing: true, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Enters the turn under way or the next one; disposing what it gives leaves it.</summary>
    /// <exception cref="OpsException">Retriable: a command works in the home for longer than anybody waits.</exception>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken = default)
    {
        await door.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (true)
            {
                Task over;
                lock (gate)
                {
                    if (held is null)
                        break;
                    if (time.GetElapsedTime(busySince) < LongestTurn)
                    {
                        inside++;
                        return new Pass(this);
                    }

                    over = left.Task;
                }

                await over.WaitAsync(cancellationToken).ConfigureAwait(false);
            }

            return await BeginAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            door.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Home.Dispose();
        held?.Dispose();
        door.Dispose();
    }

    private async Task<IDisposable> BeginAsync(CancellationToken cancellationToken)
    {
        // Turns that follow each other at once are one to a command that looks now and then.
        var free = time.GetElapsedTime(freeSince);
        var goesOn = freeSince != 0 && free < Pause;
        if (goesOn && time.GetElapsedTime(busySince) >= LongestTurn)
        {
            await Task.Delay(Pause - free, time, cancellationToken).ConfigureAwait(false);
            goesOn = false;
        }

        var taken = await HomeLock.TakeAsync(Home.Folder, LongestWait, cancellationToken).ConfigureAwait(false);
        try
        {
            Home.SweepUnfinished();
        }
        catch
        {
            taken.Dispose();
            throw;
        }

        lock (gate)
        {
            if (!goesOn)
                busySince = time.GetTimestamp();
            held = taken;
            inside = 1;
            left = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        return new Pass(this);
    }

    private void Leave()
    {
        lock (gate)
        {
            if (--inside > 0)
                return;
            held?.Dispose();
            held = null;
            freeSince = time.GetTimestamp();
            left.TrySetResult();
        }
    }

    private sealed class Pass(SharedHome home) : IDisposable
    {
        private SharedHome? entered = home;

        public void Dispose() => Interlocked.Exchange(ref entered, null)?.Leave();
    }
}
