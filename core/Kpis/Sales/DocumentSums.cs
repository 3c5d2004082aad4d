using System.Text;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;

namespace OpsAutomation.Kpis.Sales;

/// <summary>What each order or invoice of one period comes to: its lines are one document, whatever their order.</summary>
internal sealed class DocumentSums
{
    private readonly Dictionary<byte[], decimal> sums = new(Utf8Comparer.Instance);
    private readonly TopRecords unnumbered = new();

    /// <summary>Adds a line.</summary>
    public void Add(FactRecord line, decimal amount)
    {
        var number = line.GetUtf8(SaleFields.Document);
        if (!number.IsEmpty)
        {
            var key = number.ToArray();
            sums[key] = sums.GetValueOrDefault(key) + amount;
        }
        else if (unnumbered.Wants(amount) && line.FindText(SaleFields.Id) is { } label)
        {
            unnumbered.Add(label, amount);
        }
    }

    /// <summary>The five greatest.</summary>
    public IReadOnlyList<KpiContribution> ToContributions()
    {
        var top = new TopRecords();
        foreach (var line in unnumbered.ToList())
            top.Add(line.Label, line.Value);
        foreach (var (number, amount) in sums)
        {
            if (top.Wants(amount))
                top.Add(Encoding.UTF8.GetString(number), amount);
        }

        return top.ToList();
    }
}
