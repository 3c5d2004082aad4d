namespace OpsAutomation.Documents;

/// <summary>
/// Shares the 45 minutes of the Weekly Ops among what there is to talk about: opening and closing are fixed, each other part has a least
/// time, and what remains goes to decisions, off-target KPIs, milestones and actions by the number of their items. The sum is 45, always.
/// </summary>
public static class AgendaTiming
{
    /// <summary>The length of the meeting in minutes.</summary>
    public const int Length = 45;

    /// <summary>How many reviews of changes the meeting takes; the improvement cycle takes the others.</summary>
    public const int MostReviews = 3;

    private const int PerReview = 2;
    private const int Opening = 3;
    private const int Closing = 4;

    // Least minutes, minutes an item is worth, and the most items that a part can take.
    private static readonly (string Id, int Least, int PerItem, int Most)[] Parts =
        [("kpis", 5, 4, 5), ("milestones", 3, 3, 3), ("decisions", 4, 5, 4), ("actions", 4, 1, 8)];

    /// <summary>The parts of the meeting in order.</summary>
    /// <param name="kpis">How many KPIs are off target.</param>
    /// <param name="milestones">How many milestones are late, at risk or due soon.</param>
    /// <param name="decisions">How many decisions are open.</param>
    /// <param name="actions">How many actions are due.</param>
    /// <param name="reviews">How many changes are to be reviewed: they take their time within the part of the actions.</param>
    public static IReadOnlyList<AgendaSlot> Share(int kpis, int milestones, int decisions, int actions, int reviews = 0)
    {
        int[] counts = [kpis, milestones, decisions, actions];
        var weights = Parts.Select((part, i) => Math.Min(counts[i], part.Most) * part.PerItem).ToArray();
        weights[3] += Math.Min(reviews, MostReviews) * PerReview;
        // With nothing to treat, the time goes to a free topic within the actions part rather than to a longer closing.
        if (weights.Sum() == 0)
            weights[3] = 1;
        var minutes = Spread(Length - Opening - Closing - Parts.Sum(part => part.Least), weights);
        // One milestone does not fill half an hour: what nothing asks for goes to the round of obstacles, which stands with the actions.
        for (var i = 0; i < 3; i++)
        {
            var spare = Math.Max(0, minutes[i] - (2 * weights[i]));
            minutes[i] -= spare;
            minutes[3] += spare;
        }

        var slots = new List<AgendaSlot> { new("opening", 0, Opening, 0) };
        for (var i = 0; i < Parts.Length; i++)
            slots.Add(new(Parts[i].Id, slots[^1].To, Parts[i].Least + minutes[i], Math.Min(counts[i], Parts[i].Most)));
        slots.Add(new("closing", slots[^1].To, Length - slots[^1].To, 0));
        return slots;
    }

    // Whole minutes by largest remainder, so that nothing is lost to rounding.
    private static int[] Spread(int total, int[] weights)
    {
        var sum = weights.Sum();
        var shares = weights.Select(weight => total * weight / sum).ToArray();
        var byRemainder = Enumerable.Range(0, weights.Length).OrderByDescending(i => total * weights[i] % sum).ThenBy(i => i);
        foreach (var i in byRemainder.Take(total - shares.Sum()))
            shares[i]++;
        return shares;
    }
}
