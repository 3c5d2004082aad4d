using System.Text;
using System.Text.Json;
using OpsAutomation.Exports.Reading.Sheets;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>
/// One record flattened: the names of nested objects are joined by <c>.</c>, the values of lists by <c>;</c>.
/// </summary>
internal sealed class JsonRow(byte[] document)
{
    // No export names a field so; each value below such a name would cost as much again.
    private const int LongestPath = 4096;

    private readonly StringBuilder _path = new();
    private readonly Dictionary<int, StringBuilder> _lists = [];
    private string?[] _values = [];
    private CellKind[] _kinds = [];
    private int _record;

    /// <summary>Whether the record is an object.</summary>
    public bool IsObject { get; private set; }

    public string? this[int column] => column < _values.Length ? _values[column] : null;

    public CellKind KindOf(int column) => column < _kinds.Length ? _kinds[column] : CellKind.Text;

    public void Read(Range place, JsonColumns columns, bool mayAdd)
    {
        Array.Clear(_values);
        _lists.Clear();
        _record++;
        var reader = new Utf8JsonReader(document.AsSpan(place), new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        reader.Read();
        IsObject = reader.TokenType == JsonTokenType.StartObject;
        _path.Clear();
        if (IsObject)
            Walk(ref reader, columns, mayAdd);
        foreach (var (column, list) in _lists)
            _values[column] = list.ToString();
    }

    private void Walk(ref Utf8JsonReader reader, JsonColumns columns, bool mayAdd)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                var length = _path.Length;
                while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
                {
                    _path.Append(length == 0 ? "" : ".").Append(reader.TextOf());
                    if (_path.Length > LongestPath)
                        throw Oversize.Name(columns.File, _record, LongestPath);
                    reader.Read();
                    Walk(ref reader, columns, mayAdd);
                    _path.Length = length;
                }

                break;
            case JsonTokenType.StartArray:
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    Walk(ref reader, columns, mayAdd);
                break;
            case JsonTokenType.String:
                Add(columns, mayAdd, reader.TextOf(), CellKind.Text);
                break;
            case JsonTokenType.Number:
                var written = Encoding.UTF8.GetString(reader.ValueSpan);
                var number = CellValues.Number(written);
                Add(columns, mayAdd, number ?? written, number is null ? CellKind.Text : CellKind.Number);
                break;
            case JsonTokenType.True or JsonTokenType.False:
                Add(columns, mayAdd, reader.TokenType == JsonTokenType.True ? "true" : "false", CellKind.Boolean);
                break;
            default:
                Add(columns, mayAdd, null, CellKind.Text);
                break;
        }
    }

    private void Add(JsonColumns columns, bool mayAdd, string? value, CellKind kind)
    {
        var column = columns.Of(_path.ToString(), mayAdd, _record);
        if (column < 0)
            return;
        if (column >= _values.Length)
        {
            Array.Resize(ref _values, Math.Max(column + 1, _values.Length * 2));
            Array.Resize(ref _kinds, _values.Length);
        }

        if (value is null)
            return;
        if (_values[column] is not { } first)
        {
            _values[column] = value;
            _kinds[column] = kind;
            return;
        }

        if (!_lists.TryGetValue(column, out var list))
            _lists[column] = list = new StringBuilder(first);
        list.Append(';').Append(value);
        _kinds[column] = CellKind.Text;
    }
}
