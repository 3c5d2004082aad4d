using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>An exact decimal for each day of a range.</summary>
internal sealed class DaySums(DaySpan range)
{
    private readonly decimal[] days = new decimal[range.Length];

    /// <summary>Adds on a day; days out of the range do not matter to any period.</summary>
    public void Add(int day, decimal value)
    {
        if (range.Holds(day))
            days[day - range.From] += value;
    }

    /// <summary>Adds to a balance: what came before the range is in it on its first day.</summary>
    public void AddToBalance(int day, decimal value)
    {
        if (day <= range.To)
            days[Math.Max(day, range.From) - range.From] += value;
    }

    /// <summary>The sum over a period.</summary>
    public decimal Sum(DaySpan period)
    {
        var sum = 0m;
        for (var day = Math.Max(period.From, range.From); day <= Math.Min(period.To, range.To); day++)
            sum += days[day - range.From];
        return sum;
    }

    /// <summary>The balance at the end of a day.</summary>
    public decimal BalanceAt(int day) => Sum(new(range.From, day));
}
