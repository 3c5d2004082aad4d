using System.Text;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;

namespace OpsAutomation.Kpis.Sales;

/// <summary>The documents that were overdue at the end of one day, by age.</summary>
internal sealed class OpenInvoices(int day)
{
    private static readonly int[] Ages = [30, 60, 90, int.MaxValue];
    private static readonly string[] Labels = ["1-30", "31-60", "61-90", "90+"];
    private readonly Dictionary<byte[], Document> documents = new(Utf8Comparer.Instance);
    private int loose;

    /// <summary>Takes in a line that is due from one day on and unpaid until another.</summary>
    public void Add(FactRecord line, int due, int until, int currency, decimal amount)
    {
        if (due > day || until <= day)
            return;
        var number = line.GetUtf8(SaleFields.Document);
        if (number.IsEmpty)
            number = line.GetUtf8(SaleFields.Id);
        var key = number.IsEmpty ? [0, .. BitConverter.GetBytes(++loose)] : number.ToArray();
        var known = documents.GetValueOrDefault(key);
        documents[key] = new(number.Length > 0, currency, Math.Max(known.Age, day - due), known.Amount + amount);
    }

    /// <summary>The four ages: how many documents and how much; amounts only where they are in one currency.</summary>
    public IReadOnlyList<KpiRow> ToRows()
    {
        var mixed = documents.Values.Select(document => document.Currency).Distinct().Count() > 1;
        return [.. Labels.Select((label, index) =>
        {
            var within = documents.Values.Where(document => Array.FindIndex(Ages, age => document.Age <= age) == index).ToList();
            return new KpiRow(label, within.Count, mixed ? null : within.Sum(document => document.Amount));
        })];
    }

    /// <summary>The five greatest.</summary>
    public IReadOnlyList<KpiContribution> ToContributions()
    {
        var top = new TopRecords();
        foreach (var (key, document) in documents)
        {
            if (document.Named && top.Wants(document.Amount))
                top.Add(Encoding.UTF8.GetString(key), document.Amount);
        }

        return top.ToList();
    }

    /// <summary>The five documents by which this day exceeds another the most.</summary>
    public IReadOnlyList<KpiContribution> Beyond(OpenInvoices other)
    {
        var top = new TopRecords();
        foreach (var (key, document) in documents)
        {
            var growth = document.Amount - other.documents.GetValueOrDefault(key).Amount;
            if (document.Named && top.Wants(growth))
                top.Add(Encoding.UTF8.GetString(key), growth);
        }

        return top.ToList();
    }

    private readonly record struct Document(bool Named, int Currency, int Age, decimal Amount);
}
