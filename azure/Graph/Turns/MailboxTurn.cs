namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>
/// A turn at a mailbox: one request after the other, and at most one message. While it lasts nobody else has its place among the requests at
/// once, in no instance of the app: its lease is renewed before a request that it might not outlast.
/// </summary>
internal sealed class MailboxTurn(MailboxGate gate, TurnBook book, TimeProvider clock, string id, DateTimeOffset until, bool sends) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private DateTimeOffset until = until;

    /// <summary>Whether it was given back.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Whether a message left in it, or may have.</summary>
    public bool HasSent { get; private set; }

    /// <summary>Says that the message is about to leave.</summary>
    public void Send() => HasSent = sends ? true : throw new InvalidOperationException("This turn was not taken for a message.");

    /// <summary>Waits for the request before, and for the end of a pause.</summary>
    /// <param name="notAfter">The last moment at which the request may be made, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotAskedException">The pause is too long to wait for, or the place was lost meanwhile.</exception>
    public async Task EnterAsync(DateTimeOffset? notAfter, CancellationToken cancellationToken)
    {
        await one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await gate.WaitForPauseAsync(notAfter, cancellationToken).ConfigureAwait(false);
            if (until - clock.GetUtcNow() < book.Needed)
                await RenewAsync(cancellationToken).ConfigureAwait(false);
            if (clock.GetUtcNow() > notAfter)
                throw new NotAskedException(TimeSpan.Zero);
        }
        catch
        {
            one.Release();
            throw;
        }
    }

    /// <summary>Lets the next request be made.</summary>
    public void Leave() => one.Release();

    /// <summary>Gives the turn back. Where that fails the lease ends by itself.</summary>
    public async Task GiveBackAsync()
    {
        IsOver = true;
        try
        {
            await book.GiveBackAsync(id, HasSent, gate.PausedUntil, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // What the turn was for has ended as it has.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private async Task RenewAsync(CancellationToken cancellationToken)
    {
        var answer = await book.TakeAsync(id, sends, cancellationToken).ConfigureAwait(false);
        until = answer.Until ?? throw new NotAskedException(answer.Wait ?? TimeSpan.Zero);
    }
}
