using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>Finds the lists of objects in a document in one pass, without building a tree.</summary>
internal sealed class JsonLists
{
    // Answers of APIs wrap the list in one object or two.
    private const int MaxWrapping = 3;

    private static readonly string[] Known =
    [
        "data", "items", "results", "records", "conversations", "tasks", "deals", "tickets", "contacts", "companies", "opportunities",
        "cases", "payments", "charges", "subscriptions", "invoices", "responses", "rows", "values", "entries", "value", "edges",
    ];

    private readonly List<JsonList> _inside = [];
    private readonly JsonList _roots = new("", IsLines: true);
    private JsonList? _root;

    /// <summary>Whether the document is a board of Trello: lists and cards beside each other.</summary>
    public bool IsTrelloBoard => _root is null && _roots.Records.Count == 1
        && _inside.Exists(list => list.Name == "cards") && _inside.Exists(list => list.Name == "lists");

    /// <summary>The lists within the document's object, in their order.</summary>
    public IReadOnlyList<JsonList> Inside => _inside;

    /// <exception cref="JsonException">The document is malformed; says line and position.</exception>
    public static JsonLists Find(byte[] bytes)
    {
        var lists = new JsonLists();
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, AllowMultipleValues = true });
        while (reader.Read())
        {
            var start = (int)reader.TokenStartIndex;
            if (reader.TokenType == JsonTokenType.StartArray && lists._root is null && lists._roots.Records.Count == 0)
            {
                lists._root = new("", IsLines: false);
                lists._root.Collect(ref reader);
                continue;
            }

            if (reader.TokenType == JsonTokenType.StartObject)
            {
                lists._roots.HasObjects = true;
                // Only a first object may be the wrapping of a list; where others follow, each is a record.
                if (lists._roots.Records.Count == 0)
                    lists.Look(ref reader, depth: 1);
                else
                    reader.Skip();
            }
            else
            {
                reader.Skip();
            }

            lists._roots.Add(start..(int)reader.BytesConsumed);
        }

        return lists;
    }

    /// <summary>The list to read, or null where there is none.</summary>
    public JsonList? Choose(byte[] bytes)
    {
        if (_root is not null)
            return _root.HasObjects ? JsonPages.Records(bytes, _root, IsKnown) ?? _root : _root.Records.Count == 0 ? _root : null;
        if (_roots.Records.Count > 1)
            return _roots.HasObjects ? JsonPages.Records(bytes, _roots, IsKnown) ?? _roots : null;
        var candidates = _inside.FindAll(list => list.HasObjects);
        var chosen = Known.Select(name => candidates.Find(list => string.Equals(list.Name, name, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(list => list is not null)
            ?? candidates.MaxBy(list => list.Records.Count);
        if (chosen is not null)
        {
            chosen.Others = candidates.Count - 1;
            return chosen;
        }

        // An empty list says that there was nothing to export.
        return _inside.Find(list => list.Records.Count == 0) ?? (_roots.HasObjects ? _roots : null);
    }

    private static bool IsKnown(string name) => Known.Contains(name, StringComparer.OrdinalIgnoreCase);

    private void Look(ref Utf8JsonReader reader, int depth)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.TextOf();
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                var list = new JsonList(name, IsLines: false);
                list.Collect(ref reader);
                _inside.Add(list);
            }
            else if (reader.TokenType == JsonTokenType.StartObject && depth < MaxWrapping)
            {
                Look(ref reader, depth + 1);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
