namespace OpsAutomation.Milestones;

/// <summary>Statuses of milestones as a symbol and a word; the one place that words them.</summary>
public static class MilestoneStateWords
{
    /// <summary>The word.</summary>
    public static LocalizedText Word(MilestoneState state) => state switch
    {
        MilestoneState.Done => new("done", "atteint"),
        MilestoneState.DoneLate => new("done late", "atteint en retard"),
        MilestoneState.Late => new("late", "en retard"),
        MilestoneState.AtRisk => new("at risk", "à surveiller"),
        MilestoneState.OnTrack => new("on track", "en bonne voie"),
        _ => new("upcoming", "à venir"),
    };

    /// <summary>Symbol and word; what is under way or to come has no symbol.</summary>
    public static LocalizedText Marked(MilestoneState state)
    {
        var word = Word(state);
        return Symbol(state) is { Length: > 0 } symbol ? new($"{symbol} {word.En}", $"{symbol} {word.Fr}") : word;
    }

    /// <summary>The symbol; empty for what is under way or to come.</summary>
    internal static string Symbol(MilestoneState state) => state switch
    {
        MilestoneState.Done or MilestoneState.DoneLate => "✓",
        MilestoneState.AtRisk => "▲",
        MilestoneState.Late => "✕",
        _ => "",
    };
}
