using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>Amounts that an API gives in minor units were read as hundredths; currencies without a minor unit count whole ones.</summary>
internal sealed class MinorUnits
{
    // Stripe's list of zero-decimal currencies.
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal)
    {
        "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    };

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
        if (amounts.Length == 0 || record.FindText(currency) is not { } code || !Whole.Contains(code))
            return;
        foreach (var amount in amounts)
        {
            if (inputs.Number(amount) is { } part)
                inputs.Set(amount, part * 100m);
            else if (amount.Field is { } field && record.FindNumber(field) is { } value)
                record.Set(field, value * 100m);
        }
    }
}
