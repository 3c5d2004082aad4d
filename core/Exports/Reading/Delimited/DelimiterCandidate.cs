using OpsAutomation.Exports.Reading.Fec;

namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>What the sample looks like when it is split by one delimiter.</summary>
internal sealed class DelimiterCandidate
{
    private const int MaxRows = 4000;

    private DelimiterCandidate(char delimiter) => Delimiter = delimiter;

    public char Delimiter { get; }

    /// <summary>The number of fields that most rows have, of those with more than one.</summary>
    public int Width { get; private set; } = 1;

    /// <summary>How well this delimiter explains the text: the share of rows of that width between the first and the last of them.</summary>
    public double Score { get; private set; }

    /// <summary>The score before titles above the header are held against it: whether the text is a table at all.</summary>
    public double Fit { get; private set; }

    /// <summary>The first rows that are not blank.</summary>
    public List<HeaderRow> FirstRows { get; } = [];

    public HeaderRow? Header { get; private set; }

    public static DelimiterCandidate Try(char delimiter, Sample sample, string file, ReadingLimits limits, bool quoting = true)
    {
        var candidate = new DelimiterCandidate(delimiter);
        var counts = new List<int>();
        foreach (var row in sample.Rows(delimiter, quoting, file, limits))
        {
            if (Utf8Cells.IsBlank(row))
                continue;
            counts.Add(row.Count);
            if (candidate.FirstRows.Count < HeaderRow.MaxDepth)
                candidate.FirstRows.Add(HeaderRow.From(row));
            if (counts.Count >= MaxRows)
                break;
        }

        candidate.Judge(counts);
        return candidate;
    }

    private void Judge(List<int> counts)
    {
        if (counts.Count == 0)
            return;
        Width = MostCommon(counts);
        var first = counts.IndexOf(Width);
        var last = counts.LastIndexOf(Width);
        var fitting = 0;
        for (var i = first; i <= last; i++)
            fitting += counts[i] == Width ? 1 : 0;
        Header = HeaderRow.Find(FirstRows, Width);
        // Rows outside that span are titles and footers, or all that this delimiter does not explain.
        var coverage = 0.5 + (0.5 * fitting / counts.Count);
        Score = Width == 1 ? 0 : coverage * fitting / (last - first + 1) * (Header is null ? 0.5 : 1) + (0.01 * Math.Min(Width, 30));
        Fit = Score;
        if (Header is null || Width == 1)
            return;
        // Titles above a header are rare; where another delimiter needs none, it is the better one.
        Score -= 0.1 * Math.Min(3, FirstRows.FindIndex(row => row.Line == Header.Line));
        if (FecHeader.Matches(Header.Names))
            Score += 1;
        // A single record under a header of another width: the header is what counts.
        if (Header.Names.Length != Width && fitting <= 2)
            Score *= 0.8;
    }

    /// <summary>The most common number above one, the larger one of equals; one where there is no other.</summary>
    private static int MostCommon(List<int> counts)
    {
        var times = new Dictionary<int, int>();
        foreach (var count in counts)
            times[count] = times.GetValueOrDefault(count) + 1;
        var best = 1;
        var bestTimes = 0;
        foreach (var (count, n) in times)
        {
            if (count > 1 && (n > bestTimes || (n == bestTimes && count > best)))
            {
                best = count;
                bestTimes = n;
            }
        }

        return best;
    }
}
