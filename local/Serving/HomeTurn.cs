namespace OpsAutomation.Local.Serving;

/// <summary>The part that one function has in a turn of the app: from its first use of the home to its end.</summary>
public sealed class HomeTurn(SharedHome home) : IDisposable
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private IDisposable? entered;

    /// <summary>The home's stores, once the turn has come.</summary>
    public async ValueTask<LocalHome> HomeAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref entered) is null)
        {
            await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                entered ??= await home.EnterAsync(cancellationToken).ConfigureAwait(false);
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
        entered?.Dispose();
        gate.Dispose();
    }
}
