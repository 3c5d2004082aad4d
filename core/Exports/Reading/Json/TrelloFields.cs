using System.Globalization;
using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>The custom fields of a board: each is a column, named as people named it. Of two fields of one name, and of one named as a column of cards, the first wins.</summary>
internal sealed class TrelloFields
{
    private const int Most = 50;

    private readonly List<string> names = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> options = new(StringComparer.Ordinal);

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Names => names;

    /// <summary>Reads what fields there are.</summary>
    public static TrelloFields Read(IEnumerable<JsonElement> fields, IEnumerable<string> taken)
    {
        var read = new TrelloFields();
        var known = new HashSet<string>(taken, StringComparer.OrdinalIgnoreCase);
        foreach (var field in fields)
        {
            var (id, name) = (TrelloBoard.Text(field, "id"), TrelloBoard.Text(field, "name").Trim());
            if (id.Length == 0 || name.Length == 0 || read.names.Count == Most || !known.Add(name))
                continue;
            read.places[id] = read.names.Count;
            read.names.Add(name);
            foreach (var option in TrelloBoard.Elements(field, "options"))
            {
                if (option.TryGetProperty("value", out var value))
                    read.options[TrelloBoard.Text(option, "id")] = TrelloBoard.Text(value, "text");
            }
        }

        return read;
    }

    /// <summary>Writes the values of a card from a column on.</summary>
    public void Write(RowWriter writer, JsonElement card, int column)
    {
        var values = new (string Text, CellKind Kind)[names.Count];
        foreach (var item in TrelloBoard.Elements(card, "customFieldItems"))
        {
            if (places.TryGetValue(TrelloBoard.Text(item, "idCustomField"), out var place))
                values[place] = ValueOf(item);
        }

        for (var i = 0; i < values.Length; i++)
            writer.Set(column + i, values[i].Text ?? "", values[i].Kind);
    }

    // Trello writes every value as a text, and a choice as the id of its option.
    private (string Text, CellKind Kind) ValueOf(JsonElement item)
    {
        if (options.TryGetValue(TrelloBoard.Text(item, "idValue"), out var chosen))
            return (chosen, CellKind.Text);
        if (!item.TryGetProperty("value", out var value))
            return ("", CellKind.Text);
        return decimal.TryParse(TrelloBoard.Text(value, "number"), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? (number.ToString("0.############################", CultureInfo.InvariantCulture), CellKind.Number)
            : (TrelloBoard.Text(value, "text") + TrelloBoard.Text(value, "date") + TrelloBoard.Text(value, "checked"), CellKind.Text);
    }
}
