using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>
/// A Trello board as one table of its cards, with a column for each custom field. Boards keep their last 1,000 actions only, so that dates which come from actions may be missing;
/// older files lack due completion, labels and custom fields altogether.
/// </summary>
internal static class TrelloBoard
{
    private static readonly string[] Columns =
    [
        "id", "name", "list", "idList", "closed", "due", "dueComplete", "start", "dateLastActivity", "created", "completed", "labels", "members", "url", "listClosed",
    ];

    public static ExportTable Open(string file, string encoding, byte[] bytes)
    {
        using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var board = document.RootElement;
        var lists = new Dictionary<string, TrelloList>(StringComparer.Ordinal);
        foreach (var list in Elements(board, "lists"))
            lists[Text(list, "id")] = new(Text(list, "name"), IsTrue(list, "closed"));
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var member in Elements(board, "members"))
            members[Text(member, "id")] = Text(member, "fullName") is { Length: > 0 } name ? name : Text(member, "username");
        var history = TrelloHistory.Read(Elements(board, "actions"));
        var custom = TrelloFields.Read(Elements(board, "customFields"), Columns);
        var rows = new List<RowBuffer>();
        var row = new RowBuffer();
        var writer = new RowWriter(row);
        foreach (var card in Elements(board, "cards"))
        {
            writer.Start(rows.Count + 1);
            Write(writer, card, lists, members, history);
            custom.Write(writer, card, Columns.Length);
            rows.Add(row.Copy());
        }

        if (rows.Count == 0)
            throw Unreadable.NoTable($"{file}: the board has no card.", $"{file}\u00a0: le tableau n’a aucune carte.");
        string[] header = [.. Columns, .. custom.Names];
        var shape = new TableShape { Width = header.Length, HeaderLine = 0 };
        return new(opened => new TableRows(new MemorySource(rows), shape, opened))
        {
            FileName = file,
            Format = "trello-board",
            Encoding = encoding,
            Header = header,
            HeaderLine = 0,
        };
    }

    private static void Write(RowWriter writer, JsonElement card, Dictionary<string, TrelloList> lists, Dictionary<string, string> members, TrelloHistory history)
    {
        var id = Text(card, "id");
        var listId = Text(card, "idList");
        lists.TryGetValue(listId, out var list);
        var isComplete = IsTrue(card, "dueComplete") || TrelloHistory.IsDone(list?.Name ?? "");
        writer.Set(0, id);
        writer.Set(1, Text(card, "name"));
        writer.Set(2, list?.Name ?? "");
        writer.Set(3, listId);
        writer.Set(4, IsTrue(card, "closed") ? "true" : "false", CellKind.Boolean);
        writer.Set(5, Text(card, "due"));
        writer.Set(6, IsTrue(card, "dueComplete") ? "true" : "false", CellKind.Boolean);
        writer.Set(7, Text(card, "start"));
        writer.Set(8, Text(card, "dateLastActivity"));
        writer.Set(9, history.CreatedOf(id));
        // A card that was taken up again is not completed, whatever its past says.
        writer.Set(10, isComplete ? history.CompletedOf(id) : "");
        writer.Set(11, string.Join(';', Elements(card, "labels").Select(label => Text(label, "name") is { Length: > 0 } name ? name : Text(label, "color")).Where(name => name.Length > 0)));
        writer.Set(12, string.Join(';', Elements(card, "idMembers").Select(member => members.GetValueOrDefault(member.ValueKind == JsonValueKind.String ? JsonTexts.TextOf(member) : "", "")).Where(name => name.Length > 0)));
        writer.Set(13, Text(card, "url") is { Length: > 0 } url ? url : Text(card, "shortUrl"));
        writer.Set(14, list is { IsClosed: true } ? "true" : "false", CellKind.Boolean);
    }

    internal static IEnumerable<JsonElement> Elements(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

    internal static string Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? JsonTexts.TextOf(value) : "";

    internal static bool IsTrue(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private sealed record TrelloList(string Name, bool IsClosed);
}
