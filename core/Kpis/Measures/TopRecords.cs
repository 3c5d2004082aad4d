namespace OpsAutomation.Kpis.Measures;

/// <summary>The five records that weigh most in a sum.</summary>
internal sealed class TopRecords
{
    private const int Limit = 5;
    private readonly List<KpiContribution> found = new(Limit + 1);

    /// <summary>Whether an amount would be among them, asked before a label is made of the record.</summary>
    public bool Wants(decimal amount) => amount > 0m && (found.Count < Limit || amount >= found[^1].Value);

    /// <summary>Adds a record; of equal amounts the label decides, so that the order of the stream does not.</summary>
    public void Add(string label, decimal amount)
    {
        var at = found.FindIndex(other => other.Value < amount || (other.Value == amount && string.CompareOrdinal(other.Label, label) > 0));
        found.Insert(at < 0 ? found.Count : at, new(label, amount));
        if (found.Count > Limit)
            found.RemoveAt(Limit);
    }

    /// <summary>Them, greatest first.</summary>
    public IReadOnlyList<KpiContribution> ToList() => [.. found];
}
