using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>Amounts that an API gives in minor units were read as hundredths; currencies without a minor unit count whole ones, some count thousandths.</summary>
internal sealed class MinorUnits
{
    // By what hundredths are multiplied: Stripe's lists of zero-decimal and of three-decimal currencies (docs.stripe.com/currencies).
    // ISK and UGX have no decimals either, but Stripe's special cases: their amounts still come with two.
    private static readonly Dictionary<string, decimal> Factors = new[]
        {
            (100m, "BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF"),
            (0.1m, "BHD JOD KWD OMR TND"),
        }
        .SelectMany(group => group.Item2.Split(' '), (group, code) => (code, factor: group.Item1))
        .ToDictionary(pair => pair.code, pair => pair.factor, StringComparer.Ordinal);

    private readonly RowInputs inputs;
    private readonly InputField[] amounts;

    internal MinorUnits(TableMapping mapping, RowInputs inputs)
    {
        this.inputs = inputs;
        amounts = [.. mapping.Columns.Where(column => column.Unit == "minor").Select(column => column.Input!)];
    }

    /// <summary>Corrects the amounts of a row whose currency is known.</summary>
    internal void Correct(FactRecord record, FactField currency)
    {
        if (amounts.Length == 0 || record.FindText(currency) is not { } code || !Factors.TryGetValue(code, out var factor))
            return;
        foreach (var amount in amounts)
        {
            if (inputs.Number(amount) is { } part)
                inputs.Set(amount, part * factor);
            else if (amount.Field is { } field && record.FindNumber(field) is { } value)
                record.Set(field, value * factor);
        }
    }
}
