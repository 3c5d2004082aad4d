namespace OpsAutomation.Exports.Mapping;

/// <summary>Which column was found for which input, how surely, and where several fit equally.</summary>
internal sealed class ColumnAssignment
{
    private readonly Dictionary<string, (int Column, decimal Certainty)> byInput = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<int> used = [];

    internal List<(string Input, IReadOnlyList<int> Columns)> Ties { get; } = [];

    /// <summary>Columns that are named for an input but whose values are of another kind.</summary>
    internal HashSet<(string Input, int Column)> Misfits { get; } = [];

    internal int Count => byInput.Count;

    internal bool Has(string input) => byInput.ContainsKey(input);

    internal bool IsUsed(int column) => used.Contains(column);

    internal void Set(string input, int column, decimal certainty)
    {
        Drop(input);
        byInput[input] = (column, certainty);
        used.Add(column);
    }

    internal void Drop(string input)
    {
        if (byInput.Remove(input, out var found))
            used.Remove(found.Column);
        Ties.RemoveAll(tie => string.Equals(tie.Input, input, StringComparison.OrdinalIgnoreCase));
    }

    internal void DropColumn(int column)
    {
        foreach (var input in byInput.Where(entry => entry.Value.Column == column).Select(entry => entry.Key).ToList())
            Drop(input);
        for (var i = Ties.Count - 1; i >= 0; i--)
        {
            var rest = Ties[i].Columns.Where(other => other != column).ToList();
            if (rest.Count == Ties[i].Columns.Count)
                continue;
            var tied = Ties[i].Input;
            Ties.RemoveAt(i);
            if (rest.Count == 1)
                Set(tied, rest[0], 0.9m);
            else if (rest.Count > 1)
                Ties.Insert(i, (tied, rest));
        }
    }

    internal (string Input, decimal Certainty)? Of(int column)
    {
        foreach (var (input, found) in byInput)
        {
            if (found.Column == column)
                return (input, found.Certainty);
        }

        return null;
    }

    internal IEnumerable<string> Inputs => byInput.Keys;
}
