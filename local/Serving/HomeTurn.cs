namespace OpsAutomation.Local.Serving;

/// <summary>The part that one function has in a turn of the app: from its first use of the home to its end.</summary>
public sealed class HomeTurn(SharedHome home) : IDisposable
{
    // Never disposed: what still waits at it when the function has ended must find that out by itself.
    private readonly SemaphoreSlim gate = new(1, 1);
    private IDisposable? entered;
    private bool ended;

    /// <summary>The home's stores, once the turn has come.</summary>
    public async ValueTask<LocalHome> HomeAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref entered) is null)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                if (entered is null)
                    Keep(await home.EnterAsync(cancellationToken).ConfigureAwait(false));
            }
            finally
            {
                gate.Release();
            }
        }

        return home.Home;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (gate)
        {
            ended = true;
            entered?.Dispose();
        }
    }

    // A turn that comes after the function's end is given back at once: nobody else would.
    private void Keep(IDisposable pass)
    {
        lock (gate)
        {
            if (!ended)
            {
                entered = pass;
                return;
            }
        }

        pass.Dispose();
        throw new ObjectDisposedException(nameof(HomeTurn));
    }
}
