using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>A list of records: where each begins and ends in the document.</summary>
/// <param name="Name">The property that holds the list, or empty at the root.</param>
/// <param name="IsLines">Whether the records stand one behind the other without a list.</param>
internal sealed record JsonList(string Name, bool IsLines)
{
    // Their places alone take 16 MiB then.
    private const int MostRecords = 1 << 21;

    private readonly List<Range> _records = [];

    /// <summary>The records' places in the document.</summary>
    public IReadOnlyList<Range> Records => _records;

    /// <summary>Whether one of them at least is an object.</summary>
    public bool HasObjects { get; set; }

    /// <summary>How many other lists of objects the document holds.</summary>
    public int Others { get; set; }

    /// <summary>Takes in the list that the reader stands at, up to its end.</summary>
    /// <param name="reader">At the list's start.</param>
    /// <param name="offset">Where in the document the reader's text begins.</param>
    public void Collect(ref Utf8JsonReader reader, int offset = 0)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var start = offset + (int)reader.TokenStartIndex;
            HasObjects |= reader.TokenType == JsonTokenType.StartObject;
            reader.Skip();
            Add(start..(offset + (int)reader.BytesConsumed));
        }
    }

    /// <summary>Adds a record.</summary>
    /// <exception cref="OpsException">Refused: there are too many.</exception>
    public void Add(Range place)
    {
        if (_records.Count == MostRecords)
        {
            throw OpsException.Refused(
                $"The JSON holds more than {MostRecords} records. Export it as CSV, or in several parts.",
                $"Le JSON contient plus de {MostRecords} enregistrements. Exportez-le en CSV, ou en plusieurs parties.");
        }

        _records.Add(place);
    }
}
