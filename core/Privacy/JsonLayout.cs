using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Json;

namespace OpsAutomation.Privacy;

/// <summary>Where the records of a JSON document lie, and what its values are by their names.</summary>
internal sealed class JsonLayout
{
    // Of a Trello board: the words that cards are sorted by.
    private static readonly string[] ListNames = ["lists", "labels", "list", "listAfter", "listBefore", "customFields"];

    private readonly List<(int Start, int End)> records;
    private readonly Dictionary<string, int> columns;
    private readonly bool isTrello;

    private JsonLayout(RecordLayout layout, List<(int Start, int End)> records, Dictionary<string, int> columns, bool isTrello)
    {
        Records = layout;
        this.records = records;
        this.columns = columns;
        this.isTrello = isTrello;
    }

    /// <summary>The columns of the records that become facts.</summary>
    public RecordLayout Records { get; }

    /// <summary>The layout of a document; of one without records, every value is by its name what it is.</summary>
    /// <exception cref="System.Text.Json.JsonException">The document is malformed.</exception>
    public static JsonLayout Of(byte[] document, RecordLayout layout)
    {
        var lists = JsonLists.Find(document);
        if (lists.IsTrelloBoard)
            return new(RecordLayout.None, Sorted(lists.Inside), [], isTrello: true);
        if (lists.Choose(document) is not { } chosen)
            return new(layout, [], [], isTrello: false);
        var names = new JsonColumns("", int.MaxValue);
        var row = new JsonRow(document);
        foreach (var record in chosen.Records)
            row.Read(record, names, mayAdd: true);
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < names.Names.Count; i++)
            places[names.Names[i]] = i;
        return new(layout, Sorted([chosen, .. lists.Inside.Where(list => list.Records.Count > 0 && !chosen.Records.Contains(list.Records[0]))]), places, isTrello: false);
    }

    /// <summary>Which record a place in the document belongs to, or -1.</summary>
    public int RecordAt(int place)
    {
        var low = 0;
        var high = records.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (place < records[middle].Start)
                high = middle - 1;
            else if (place >= records[middle].End)
                low = middle + 1;
            else
                return middle;
        }

        return -1;
    }

    /// <summary>The column of a path within a record, or -1.</summary>
    public int ColumnOf(string path) => columns.GetValueOrDefault(path, -1);

    /// <summary>What a value is by the names that lead to it.</summary>
    public CellTreatment TreatmentOf(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
            return CellTreatment.Text;
        if (!isTrello)
            return LayoutReader.ByName(new ColumnName(names[^1]));
        return names[^1] switch
        {
            "name" => names.Count > 1 && ListNames.Contains(names[^2], StringComparer.Ordinal) ? CellTreatment.Keep : CellTreatment.Text,
            "fullName" or "username" or "initials" => CellTreatment.Subject,
            "type" or "state" or "color" or "displayName" => CellTreatment.Category,
            "text" or "desc" => CellTreatment.Text,
            _ => LayoutReader.ByName(new ColumnName(names[^1])),
        };
    }

    // Lists inside records of a list belong to their records.
    private static List<(int Start, int End)> Sorted(IEnumerable<JsonList> lists)
    {
        var sorted = new List<(int Start, int End)>();
        foreach (var place in lists.SelectMany(list => list.Records).Select(range => (Start: range.Start.Value, End: range.End.Value)).OrderBy(place => place.Start).ThenByDescending(place => place.End))
        {
            if (sorted.Count == 0 || place.Start >= sorted[^1].End)
                sorted.Add(place);
        }

        return sorted;
    }
}
