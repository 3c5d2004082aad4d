using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Amounts for each day of a range and each currency, with the number of records that have an amount and that have none.</summary>
internal sealed class DayMoney(DaySpan range, CurrencyTable currencies)
{
    private readonly List<decimal[]?> sums = [];
    private readonly List<int[]?> counts = [];
    private readonly int[] blanks = new int[range.Length];

    /// <summary>Adds an amount on its day.</summary>
    public void Add(int day, int currency, decimal amount)
    {
        if (range.Holds(day))
            Shift(day, currency, amount, 1);
    }

    /// <summary>Adds a record without an amount on its day.</summary>
    public void AddBlank(int day)
    {
        if (range.Holds(day))
            blanks[day - range.From]++;
    }

    /// <summary>Adds an amount that is there from one day on until the day before another.</summary>
    public void AddSpell(int from, int until, int currency, decimal amount)
    {
        if (until <= from)
            return;
        if (from <= range.To)
            Shift(Math.Max(from, range.From), currency, amount, 1);
        if (until <= range.To)
            Shift(Math.Max(until, range.From), currency, -amount, -1);
    }

    /// <summary>Adds a record without an amount that is there from one day on until the day before another.</summary>
    public void AddBlankSpell(int from, int until)
    {
        if (until <= from)
            return;
        if (from <= range.To)
            blanks[Math.Max(from, range.From) - range.From]++;
        if (until <= range.To)
            blanks[Math.Max(until, range.From) - range.From]--;
    }

    /// <summary>What was added on the days of a period.</summary>
    public MoneySum Sum(DaySpan period)
    {
        var from = Math.Max(period.From, range.From);
        var to = Math.Min(period.To, range.To);
        var sum = new MoneySum(currencies);
        for (var currency = 0; currency < sums.Count; currency++)
        {
            if (sums[currency] is not { } amounts || counts[currency] is not { } numbers)
                continue;
            var total = 0m;
            var count = 0;
            for (var day = from; day <= to; day++)
            {
                total += amounts[day - range.From];
                count += numbers[day - range.From];
            }

            sum.Add(currency, total, count);
        }

        for (var day = from; day <= to; day++)
            sum.Blanks += blanks[day - range.From];
        return sum;
    }

    /// <summary>What is there on a day.</summary>
    public MoneySum LevelAt(int day) => Sum(new(range.From, day));

    private void Shift(int day, int currency, decimal amount, int count)
    {
        while (sums.Count <= currency)
        {
            sums.Add(null);
            counts.Add(null);
        }

        var amounts = sums[currency] ??= new decimal[range.Length];
        var numbers = counts[currency] ??= new int[range.Length];
        amounts[day - range.From] += amount;
        numbers[day - range.From] += count;
    }
}
