using System.Runtime.InteropServices;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Durations in milliseconds, kept by the day that they belong to, so that any period's mean and percentiles can be told.</summary>
internal sealed class DayDurations(DaySpan range)
{
    /// <summary>Milliseconds of a day.</summary>
    public const decimal Day = 86_400_000m;

    /// <summary>Milliseconds of an hour.</summary>
    public const decimal Hour = 3_600_000m;

    private readonly List<long>?[] days = new List<long>?[range.Length];

    /// <summary>Adds a duration on a day.</summary>
    public void Add(int day, long milliseconds)
    {
        if (range.Holds(day))
            (days[day - range.From] ??= []).Add(milliseconds);
    }

    /// <summary>The arithmetic mean in units of so many milliseconds, or null where there is none.</summary>
    public decimal? Mean(DaySpan period, decimal unit)
    {
        var total = 0m;
        var count = 0;
        foreach (var values in Within(period))
        {
            var sum = 0L;
            foreach (var value in CollectionsMarshal.AsSpan(values))
                sum += value;
            total += sum;
            count += values.Count;
        }

        return count == 0 ? null : total / (unit * count);
    }

    /// <summary>The percentile (0.5 is the median) in units of so many milliseconds, or null where there is none.</summary>
    public decimal? Percentile(DaySpan period, decimal fraction, decimal unit)
    {
        var values = new List<long>(Within(period).Sum(list => list.Count));
        foreach (var list in Within(period))
            values.AddRange(list);
        if (values.Count == 0)
            return null;
        values.Sort();
        var (lower, weight) = Quantile.Place(values.Count, fraction);
        decimal value = values[lower];
        if (weight > 0m)
            value += (values[lower + 1] - value) * weight;
        return value / unit;
    }

    /// <summary>How many of the period are below zero.</summary>
    public int Negative(DaySpan period) => Within(period).Sum(values => values.Count(value => value < 0));

    private IEnumerable<List<long>> Within(DaySpan period)
    {
        for (var day = Math.Max(period.From, range.From); day <= Math.Min(period.To, range.To); day++)
        {
            if (days[day - range.From] is { } values)
                yield return values;
        }
    }
}
