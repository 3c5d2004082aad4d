namespace OpsAutomation.Documents;

/// <summary>A part of the weekly meeting.</summary>
/// <param name="Id"><c>opening</c>, <c>kpis</c>, <c>milestones</c>, <c>decisions</c>, <c>actions</c>, <c>closing</c>.</param>
/// <param name="From">The minute of the meeting at which it begins.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="Shown">How many of its items fit: the rest is dealt with in writing.</param>
public sealed record AgendaSlot(string Id, int From, int Minutes, int Shown)
{
    /// <summary>The minute at which it ends.</summary>
    public int To => From + Minutes;
}
