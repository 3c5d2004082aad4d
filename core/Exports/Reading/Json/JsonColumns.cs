namespace OpsAutomation.Exports.Reading.Json;

/// <summary>The columns of flattened records, in the order in which they first occur.</summary>
internal sealed class JsonColumns(string file, int max)
{
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>The file's name, for messages.</summary>
    public string File => file;

    public IReadOnlyList<string> Names => _names;

    /// <summary>The place of a path, or -1 where there is none and none may be added.</summary>
    public int Of(string path, bool mayAdd, int record)
    {
        if (_places.TryGetValue(path, out var place))
            return place;
        if (!mayAdd)
            return -1;
        if (_names.Count == max)
            throw Oversize.Columns(file, record, max);
        _names.Add(path);
        _places.Add(path, _names.Count - 1);
        return _names.Count - 1;
    }
}
