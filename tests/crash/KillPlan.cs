namespace OpsAutomation.Crash.Tests;

/// <summary>Which kills come about in which scenario: every failpoint once, then again at other occurrences, and random moments among them.</summary>
internal sealed class KillPlan
{
    private readonly Random random;
    private readonly IReadOnlyList<Failpoint> failpoints;
    private readonly IReadOnlyDictionary<string, TimeSpan> durations;
    private readonly Queue<Failpoint> next = new();
    private readonly Queue<Kill> again = new();

    /// <summary>A plan from what a clean run passed.</summary>
    public KillPlan(int seed, IReadOnlyList<Failpoint> failpoints, IReadOnlyDictionary<string, TimeSpan> durations)
    {
#pragma warning disable RS0030 // Seeded: a run can be repeated.
        random = new(seed);
#pragma warning restore RS0030
        this.failpoints = failpoints;
        this.durations = durations;
    }

    /// <summary>The kills of one scenario.</summary>
    public IReadOnlyList<Kill> Next(int count)
    {
        var kills = new List<Kill>();
        while (kills.Count < count)
        {
            // What was not reached is tried once more.
            if (again.TryDequeue(out var missed))
                kills.Add(missed);
            else if (random.Next(5) == 0)
                kills.Add(AtRandom());
            else
                kills.Add(At(NextFailpoint()));
        }

        return kills;
    }

    /// <summary>Takes back kills that did not come about: the work of their phase was done before.</summary>
    public void Back(IEnumerable<Kill> missed)
    {
        foreach (var kill in missed.Where(kill => kill is { At: not null, Again: false }))
            again.Enqueue(kill with { At = kill.Name + "#1", Again = true });
    }

    private Failpoint NextFailpoint()
    {
        if (next.Count == 0)
        {
            // One of each kind of effect after the other, so that few kills are of many kinds.
            var kinds = failpoints.OrderBy(_ => random.Next()).GroupBy(failpoint => failpoint.Name.Split(':')[0], StringComparer.Ordinal);
            foreach (var failpoint in kinds.SelectMany(kind => kind.Select((failpoint, turn) => (failpoint, turn))).OrderBy(one => one.turn))
                next.Enqueue(failpoint.failpoint);
        }

        return next.Dequeue();
    }

    private Kill At(Failpoint failpoint)
    {
        var occurrence = 1 + random.Next(Math.Min(3, failpoint.Times));
        return new(failpoint.Phase, $"{failpoint.Name}#{occurrence}", TimeSpan.Zero, failpoint.Position);
    }

    private Kill AtRandom()
    {
        var phase = failpoints[random.Next(failpoints.Count)].Phase;
        var last = failpoints.Where(failpoint => failpoint.Phase == phase).Max(failpoint => failpoint.Position);
        return new(phase, null, durations[phase] * random.NextDouble() * 0.8, random.NextDouble() * last);
    }
}
