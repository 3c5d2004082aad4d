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
}
