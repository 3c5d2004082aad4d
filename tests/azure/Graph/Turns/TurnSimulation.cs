using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph.Turns;

/// <summary>Two instances of the app at one mailbox, step by step, on a clock of their own; and what the mailbox sees of them.</summary>
internal sealed class TurnSimulation : IDisposable
{
    private readonly ManualTime clock = new();
    private readonly GraphOptions options;
    private readonly TurnBook[] books;
    private readonly List<Held>[] held = [[], []];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> requests = [];
    private readonly List<DateTimeOffset> sends = [];
    private int ids;

    public TurnSimulation(int atOnce, int perMinute)
    {
        options = new() { TenantId = "lumen.example", RequestsAtOnce = atOnce, MailPerMinute = perMinute, TimeoutSeconds = 20 };
        State = new();
        books = [new(State, options, clock, "ops@lumen.example"), new(State, options, clock, "OPS@lumen.example")];
    }

    public InMemoryStateStore State { get; }

    public int Sends => sends.Count;

    /// <summary>One step of one instance.</summary>
    public async Task StepAsync(TurnStep step)
    {
        var mine = held[step.Instance];
        switch (step.Kind)
        {
            case TurnStepKind.Take or TurnStepKind.TakeToSend:
                var id = $"turn-{++ids}";
                var isForMail = step.Kind == TurnStepKind.TakeToSend;
                if ((await books[step.Instance].TakeAsync(id, isForMail, default)).Until is { } until)
                    mine.Add(new(id, isForMail) { Until = until });
                break;
            case TurnStepKind.Ask when Pick(mine, step) is { } turn:
                await AskAsync(step, turn);
                break;
            case TurnStepKind.GiveBack when Pick(mine, step) is { } turn:
                await books[step.Instance].GiveBackAsync(turn.Id, turn.HasSent, null, default);
                mine.Remove(turn);
                break;
            case TurnStepKind.Crash:
                mine.Clear();
                break;
            case TurnStepKind.Wait:
                clock.Advance(Duration.FromMilliseconds(step.Amount * 173));
                break;
        }
    }

    /// <summary>The most requests that the mailbox had at once.</summary>
    public int MostAtOnce => requests.Count == 0 ? 0 : requests.Max(one => requests.Count(other => other.From <= one.From && one.From < other.To));

    /// <summary>The most messages that it got in any minute.</summary>
    public int MostInAMinute => sends.Count == 0 ? 0 : sends.Max(first => sends.Count(other => other >= first && other < first.AddMinutes(1)));

    /// <summary>Ends both instances and says whether, once leases have run out, others have the whole mailbox to themselves.</summary>
    public async Task<bool> IsFreeAfterACrashAsync()
    {
        clock.Advance(Duration.FromSeconds((2 * books[0].Needed.TotalSeconds) + 60));
        for (var i = 0; i < options.RequestsAtOnce; i++)
        {
            if ((await books[1].TakeAsync($"last-{i}", i < options.MailPerMinute, default)).Until is null)
                return false;
        }

        return (await books[0].TakeAsync("one-too-many", false, default)).Until is null;
    }

    public void Dispose()
    {
        foreach (var book in books)
            book.Dispose();
    }

    // As MailboxTurn does: no request without enough of the lease left, and one at a time.
    private async Task AskAsync(TurnStep step, Held turn)
    {
        var now = clock.GetUtcNow();
        if (turn.Until - now < books[step.Instance].Needed)
        {
            if ((await books[step.Instance].TakeAsync(turn.Id, turn.Sends, default)).Until is not { } until)
            {
                held[step.Instance].Remove(turn);
                return;
            }

            turn.Until = until;
        }

        turn.BusyUntil = now + TimeSpan.FromSeconds(step.Amount % options.TimeoutSeconds);
        requests.Add((now, turn.BusyUntil));
        if (!turn.Sends || turn.HasSent)
            return;
        turn.HasSent = true;
        sends.Add(turn.BusyUntil);
    }

    private Held? Pick(List<Held> mine, TurnStep step)
    {
        var idle = mine.Where(turn => turn.BusyUntil <= clock.GetUtcNow()).ToList();
        return idle.Count == 0 ? null : idle[step.Amount % idle.Count];
    }

    private sealed class Held(string id, bool sends)
    {
        public string Id { get; } = id;

        public bool Sends { get; } = sends;

        public DateTimeOffset Until { get; set; }

        public DateTimeOffset BusyUntil { get; set; }

        public bool HasSent { get; set; }
    }
}
