using System.Security.Cryptography;
using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.Engagements;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Keeps the limits of one mailbox: requests at once and messages in a minute, over all instances of the app, and pauses that the service asks for.
/// </summary>
internal sealed class MailboxGate(TurnBook book, GraphOptions options, TimeProvider clock) : IDisposable
{
    /// <summary>The longest pause that is waited for in place: a longer one belongs to the queue and not to a function that is paid for by the second.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);

    // Beyond that a caller does better to come back: a function's time is limited.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ShortestLook = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestLook = TimeSpan.FromSeconds(1);

    // Those of this process wait for each other here, which costs nothing; only the first of them look at the record.
    private readonly SemaphoreSlim own = new(options.RequestsAtOnce);
    private readonly AsyncLocal<MailboxTurn?> current = new();
    private readonly Lock gate = new();
    private readonly Dictionary<EngagementId, DateTimeOffset> swept = [];
    private DateTimeOffset pausedUntil;

    /// <summary>Until when the service asked not to be asked; in the past for not.</summary>
    public DateTimeOffset PausedUntil
    {
        get
        {
            lock (gate)
                return pausedUntil;
        }
    }

    /// <summary>Does something that asks the mailbox, in a turn: in the one that it is called in, else in one of its own.</summary>
    /// <param name="sends">Whether a message leaves in it.</param>
    /// <param name="work">What is done; its requests are made one after the other.</param>
    /// <param name="cancellationToken">Stops waiting for the turn.</param>
    /// <exception cref="OpsException">Retriable: no turn came in time.</exception>
    /// <exception cref="NotAskedException">The service asked for a pause that is too long to wait for.</exception>
    public async Task<T> InTurnAsync<T>(bool sends, Func<MailboxTurn, Task<T>> work, CancellationToken cancellationToken)
    {
        if (current.Value is { IsOver: false } outer)
            return await work(outer).ConfigureAwait(false);
        using var turn = await TakeAsync(sends, cancellationToken).ConfigureAwait(false);
        current.Value = turn;
        try
        {
            return await work(turn).ConfigureAwait(false);
        }
        finally
        {
            await turn.GiveBackAsync().ConfigureAwait(false);
            own.Release();
        }
    }

    /// <summary>Waits for the end of a pause.</summary>
    /// <param name="notAfter">The moment that the wait must not outlast, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotAskedException">The pause is too long to wait for.</exception>
    public async Task WaitForPauseAsync(DateTimeOffset? notAfter, CancellationToken cancellationToken)
    {
        while (PausedUntil - clock.GetUtcNow() is var rest && rest > TimeSpan.Zero)
        {
            if (rest > LongestPause || clock.GetUtcNow() + rest > notAfter)
                throw new NotAskedException(rest);
            await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Lets no request pass until a moment.</summary>
    public void PauseUntil(DateTimeOffset moment)
    {
        lock (gate)
            pausedUntil = moment > pausedUntil ? moment : pausedUntil;
    }

    /// <summary>Whether it is time to look for an engagement's drafts that were left behind: once an hour. Whoever is told so does it.</summary>
    public bool TakeSweep(EngagementId engagement)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (swept.TryGetValue(engagement, out var last) && now - last < BetweenSweeps)
                return false;
            swept[engagement] = now;
            return true;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        own.Dispose();
        book.Dispose();
    }

    private async Task<MailboxTurn> TakeAsync(bool sends, CancellationToken cancellationToken)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var last = clock.GetUtcNow() + LongestWait;
        for (var look = ShortestLook; ; look = look < LongestLook ? look * 2 : look)
        {
            if (PausedUntil - clock.GetUtcNow() is var pause && pause > LongestPause)
                throw new NotAskedException(pause);
            var answer = await AskAsync(id, sends, cancellationToken).ConfigureAwait(false);
            if (answer.PausedUntil is { } heard)
                PauseUntil(heard);
            if (answer.Until is { } until)
                return new(this, book, clock, id, until, sends);
            // Not all at the same moment: each look is somebody's chance.
            var wait = answer.Wait ?? look + TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32((int)ShortestLook.TotalMilliseconds));
            if (clock.GetUtcNow() + wait > last)
                throw MailboxBusy.Of(answer.Wait);
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    // Where there is a turn, one of the process's own places is kept with it.
    private async Task<TurnAnswer> AskAsync(string id, bool sends, CancellationToken cancellationToken)
    {
        await own.WaitAsync(cancellationToken).ConfigureAwait(false);
        TurnAnswer answer = default;
        try
        {
            return answer = await book.TakeAsync(id, sends, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (answer.Until is null)
                own.Release();
        }
    }
}
