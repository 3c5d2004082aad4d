using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>A whole number for each day of a range.</summary>
internal sealed class DayCounts(DaySpan range)
{
    private readonly int[] days = new int[range.Length];

    /// <summary>Counts something on its day; days out of the range do not matter to any period.</summary>
    public void Add(int day)
    {
        if (range.Holds(day))
            days[day - range.From]++;
    }

    /// <summary>Counts something that is there from one day on until the day before another.</summary>
    public void AddSpell(int from, int until)
    {
        if (until <= from)
            return;
        Shift(from, 1);
        Shift(until, -1);
    }

    /// <summary>How many on the days of a period.</summary>
    public int Sum(DaySpan period)
    {
        var sum = 0;
        for (var day = Math.Max(period.From, range.From); day <= Math.Min(period.To, range.To); day++)
            sum += days[day - range.From];
        return sum;
    }

    /// <summary>How many spells hold the day.</summary>
    public int LevelAt(int day) => Sum(new(range.From, day));

    private void Shift(int day, int change)
    {
        if (day <= range.To)
            days[Math.Max(day, range.From) - range.From] += change;
    }
}
