using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What the first values of a column look like.</summary>
internal sealed class ColumnLook
{
    private const int MaxTexts = 64;
    private readonly HashSet<int> distinct = [];
    private readonly List<string> texts = [];
    private int numbers;
    private int dates;
    private int flags;
    private int scores;
    private int addresses;

    /// <summary>Values that are not missing.</summary>
    internal int Count { get; private set; }

    /// <summary>Different values among them.</summary>
    internal int Distinct => distinct.Count;

    /// <summary>The first different values.</summary>
    internal IReadOnlyList<string> Texts => texts;

    /// <summary>A hash of all values in their order: equal columns have equal ones.</summary>
    internal int Fingerprint { get; private set; } = 17;

    internal ColumnEvidence Evidence { get; } = new();

    internal decimal NumberShare => Share(numbers);

    internal decimal DateShare => Share(dates);

    internal decimal FlagShare => Share(flags);

    internal decimal ScoreShare => Share(scores);

    internal decimal AddressShare => Share(addresses);

    internal decimal DistinctShare => Share(Distinct);

    internal void Add(ReadOnlySpan<byte> field, CellKind kind)
    {
        var text = Utf8Text.Trim(field);
        var hash = default(HashCode);
        hash.AddBytes(text);
        var value = hash.ToHashCode();
        Fingerprint = HashCode.Combine(Fingerprint, value);
        if (Utf8Text.IsMissing(text))
            return;
        Count++;
        if (distinct.Add(value) && texts.Count < MaxTexts && text.Length <= 80)
            texts.Add(System.Text.Encoding.UTF8.GetString(text));
        if (text.Contains((byte)'@'))
            addresses++;
        if (FlagText.TryParse(text, out _))
            flags++;
        if (kind != CellKind.Date && NumberText.TryParse(text, kind == CellKind.Number ? (byte)'.' : (byte)0, out var number, out var evidence))
        {
            numbers++;
            if (kind != CellKind.Number)
                Evidence.Add(evidence);
            Evidence.AddSize(number);
            if (evidence != NumberEvidence.Open && number is >= 0m and <= 10m && number == decimal.Truncate(number))
                scores++;
        }

        if (kind != CellKind.Boolean && DateText.TryParse(text, null, out _, out var form))
        {
            dates++;
            Evidence.Add(form);
        }
    }

    private decimal Share(int part) => Count == 0 ? 0m : (decimal)part / Count;
}
