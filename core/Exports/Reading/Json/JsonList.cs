using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>A list of records: where each begins and ends in the document.</summary>
/// <param name="Name">The property that holds the list, or empty at the root.</param>
/// <param name="IsLines">Whether the records stand one behind the other without a list.</param>
internal sealed record JsonList(string Name, bool IsLines)
{
    /// <summary>The records' places in the document.</summary>
    public List<Range> Records { get; } = [];

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
            Records.Add(start..(offset + (int)reader.BytesConsumed));
        }
    }
}
