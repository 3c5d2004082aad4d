namespace OpsAutomation.Kpis.Measures;

/// <summary>Amounts by currency: they are never added up over currencies.</summary>
internal sealed class MoneySum(CurrencyTable currencies)
{
    private readonly SortedDictionary<string, (decimal Total, int Count)> parts = new(StringComparer.Ordinal);

    /// <summary>How many records had no amount.</summary>
    public int Blanks { get; set; }

    /// <summary>How many records had one.</summary>
    public int Count => parts.Values.Sum(part => part.Count);

    /// <summary>The amount where there is one currency at most; null where there are several.</summary>
    public decimal? Single => parts.Count switch
    {
        0 => Blanks > 0 ? null : 0m,
        1 => parts.Values.First().Total,
        _ => null,
    };

    /// <summary>Adds a part; one of no records does not show.</summary>
    public void Add(int currency, decimal total, int count)
    {
        if (count != 0)
            parts[currencies[currency]] = (total, count);
    }

    /// <summary>Adds the amount of one record.</summary>
    public void Include(int currency, decimal amount)
    {
        var known = parts.GetValueOrDefault(currencies[currency]);
        parts[currencies[currency]] = (known.Total + amount, known.Count + 1);
    }

    /// <summary>The sum as a figure: zero where there was no record, nothing where no record has an amount.</summary>
    public Figure ToFigure(decimal factor = 1m) => ToFigure(part => part.Total * factor, zero: 0m);

    /// <summary>The mean of the records that have an amount.</summary>
    public Figure ToMean() => ToFigure(part => part.Total / part.Count, zero: null);

    /// <summary>The amounts by the number of other records, currency by currency; nothing where there is none.</summary>
    public Figure Per(MoneySum records)
    {
        var means = parts
            .Where(part => records.parts.TryGetValue(part.Key, out var other) && other.Count > 0)
            .Select(part => new CurrencyValue(part.Key, part.Value.Total / records.parts[part.Key].Count))
            .ToList();
        return means switch
        {
            [] => new() { Currency = Usual },
            [var one] => new() { Value = one.Value, Currency = one.Currency },
            _ => new() { ByCurrency = means },
        };
    }

    private Figure ToFigure(Func<(decimal Total, int Count), decimal> of, decimal? zero) => parts.Count switch
    {
        0 => new() { Value = Blanks > 0 ? null : zero, Currency = Usual },
        1 => new() { Value = of(parts.Values.First()), Currency = parts.Keys.First() },
        _ => new() { ByCurrency = [.. parts.Select(part => new CurrencyValue(part.Key, of(part.Value)))] },
    };

    // Where nothing was met in the period, the one foreign currency of the whole export is the currency of its zero.
    private string Usual => currencies.Sole;
}
