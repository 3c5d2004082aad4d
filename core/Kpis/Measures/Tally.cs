using System.Runtime.InteropServices;
using System.Text;

namespace OpsAutomation.Kpis.Measures;

/// <summary>Counts and amounts by a text: the lines of a table. An absent text has a line of its own.</summary>
internal sealed class Tally(CurrencyTable currencies)
{
    private readonly Dictionary<byte[], Line> lines = new(Utf8Comparer.Instance);
    private int? currency;
    private bool mixed;

    /// <summary>How many records were counted.</summary>
    public int Count { get; private set; }

    /// <summary>The currency of the amounts; null where there are several.</summary>
    public string? Currency => mixed ? null : currency is { } one ? currencies[one] : currencies.Sole;

    /// <summary>Counts a record.</summary>
    public void Add(ReadOnlySpan<byte> text)
    {
        ref var line = ref LineOf(text);
        line.Count++;
        Count++;
    }

    /// <summary>Counts a record with its amount.</summary>
    public void Add(ReadOnlySpan<byte> text, decimal amount, int ofCurrency)
    {
        ref var line = ref LineOf(text);
        line.Count++;
        Count++;
        line.Amount = (line.Amount ?? 0m) + amount;
        mixed |= currency is { } other && other != ofCurrency;
        currency = ofCurrency;
    }

    /// <summary>The lines, most frequent first; amounts only where they are in one currency.</summary>
    /// <param name="absent">What the line of absent texts is called.</param>
    /// <param name="limit">How many lines at most.</param>
    public IReadOnlyList<KpiRow> ToRows(string absent, int limit = int.MaxValue) =>
    [
        .. lines
            .Select(line => new KpiRow(line.Key.Length == 0 ? absent : Encoding.UTF8.GetString(line.Key), line.Value.Count, mixed ? null : line.Value.Amount))
            .OrderByDescending(row => row.Count)
            .ThenByDescending(row => row.Amount ?? 0m)
            .ThenBy(row => row.Label, StringComparer.Ordinal)
            .Take(limit),
    ];

    private ref Line LineOf(ReadOnlySpan<byte> text) =>
        ref CollectionsMarshal.GetValueRefOrAddDefault(lines.GetAlternateLookup<ReadOnlySpan<byte>>(), text, out _);

    private struct Line
    {
        public int Count;
        public decimal? Amount;
    }
}
