using OpsAutomation.Engagements;

namespace OpsAutomation.Azure.Graph;

/// <summary>Keeps the limits of one mailbox: requests at once, sends in a minute, and pauses that the service asks for.</summary>
internal sealed class MailboxGate(GraphOptions options, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan BetweenSweeps = TimeSpan.FromHours(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>The longest pause that is waited for in place: a longer one belongs to the queue and not to a function that is paid for by the second.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    // Beyond that a caller does better to come back: a function's time is limited.
    private static readonly TimeSpan LongestQueue = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim requests = new(options.RequestsAtOnce);
    private readonly Queue<DateTimeOffset> sends = new();
    private readonly Lock gate = new();
    private readonly Dictionary<EngagementId, DateTimeOffset> swept = [];
    private DateTimeOffset pausedUntil;

    /// <summary>Waits for a place among the requests at once, and for the end of a pause.</summary>
    /// <param name="notAfter">The last moment at which the request may be made, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="NotAskedException">The pause is too long to wait for.</exception>
    public async Task EnterAsync(DateTimeOffset? notAfter, CancellationToken cancellationToken)
    {
        await requests.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (Remaining() is var rest && rest > TimeSpan.Zero)
            {
                if (rest > LongestPause || clock.GetUtcNow() + rest > notAfter)
                    throw new NotAskedException(rest);
                await Task.Delay(rest, clock, cancellationToken).ConfigureAwait(false);
            }

            if (clock.GetUtcNow() > notAfter)
                throw new NotAskedException(TimeSpan.Zero);
        }
        catch
        {
            requests.Release();
            throw;
        }
    }

    /// <summary>Gives the place back.</summary>
    public void Leave() => requests.Release();

    /// <summary>Lets no request pass until a moment.</summary>
    public void PauseUntil(DateTimeOffset moment)
    {
        lock (gate)
            pausedUntil = moment > pausedUntil ? moment : pausedUntil;
    }

    /// <summary>Waits for a place among the sends of the minute.</summary>
    /// <exception cref="OpsException">Retriable: too many are waiting.</exception>
    public async Task WaitForSendAsync(CancellationToken cancellationToken)
    {
        TimeSpan wait;
        lock (gate)
        {
            var now = clock.GetUtcNow();
            while (sends.Count >= options.MailPerMinute && sends.Peek() <= now - Minute)
                sends.Dequeue();
            // The queue also holds sends to come: each has its place a minute after the one that is so many before it.
            var place = sends.Count < options.MailPerMinute ? now : sends.ElementAt(sends.Count - options.MailPerMinute) + Minute;
            place = place < now ? now : place;
            wait = place - now;
            if (wait > LongestQueue)
            {
                throw OpsException.Retriable(
                    "Many mails of this mailbox are waiting to leave, and Exchange allows 30 a minute. Nothing was sent: it is tried again by itself.",
                    "De nombreux courriels de cette boîte attendent de partir, et Exchange en permet 30 par minute. Rien n'a été envoyé\u00a0: un nouvel essai suit de lui-même.");
            }

            sends.Enqueue(place);
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, clock, cancellationToken).ConfigureAwait(false);
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
    public void Dispose() => requests.Dispose();

    private TimeSpan Remaining()
    {
        lock (gate)
            return pausedUntil - clock.GetUtcNow();
    }
}
