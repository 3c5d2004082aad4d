using System.Globalization;
using System.Text.Json;

namespace OpsAutomation.Exports.Reading.Json;

/// <summary>What a board's actions say about its cards: when each was created and completed, as ISO text in UTC.</summary>
internal sealed class TrelloHistory
{
    private static readonly HashSet<string> DoneNames = new(StringComparer.Ordinal)
    {
        "done", "terminé", "terminée", "terminés", "terminées", "termine", "fait", "faits", "fini", "finie", "finis", "complete", "completed",
        "closed", "clos", "livré", "livre", "livrés", "achevé", "réalisé", "realise", "finished", "shipped",
    };

    private readonly Dictionary<string, string> _created = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _completed = new(StringComparer.Ordinal);

    public static TrelloHistory Read(IEnumerable<JsonElement> actions)
    {
        var history = new TrelloHistory();
        foreach (var action in actions)
        {
            var date = TrelloBoard.Text(action, "date");
            if (date.Length == 0 || !action.TryGetProperty("data", out var data) || data.ValueKind != JsonValueKind.Object || !data.TryGetProperty("card", out var card))
                continue;
            var id = TrelloBoard.Text(card, "id");
            if (TrelloBoard.Text(action, "type") is "createCard" or "copyCard" or "convertToCardFromCheckItem")
                history._created[id] = date;
            var moved = data.TryGetProperty("listAfter", out var list) && IsDone(TrelloBoard.Text(list, "name"));
            // Dates are ISO in UTC, so that their order is that of their text.
            if ((moved || TrelloBoard.IsTrue(card, "dueComplete")) && string.CompareOrdinal(date, history._completed.GetValueOrDefault(id, "")) > 0)
                history._completed[id] = date;
        }

        return history;
    }

    /// <summary>Whether a list of that name holds what is done: marks and emoji around the word do not count.</summary>
    public static bool IsDone(string list) => DoneNames.Contains(new string([.. list.Where(char.IsLetter)]).ToLowerInvariant());

    /// <summary>The date of the action that made the card, else the time in the first eight hex digits of its id.</summary>
    public string CreatedOf(string id)
    {
        if (_created.TryGetValue(id, out var date))
            return date;
        return id.Length >= 8 && uint.TryParse(id.AsSpan(0, 8), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)
            : "";
    }

    /// <summary>The date of the latest action that completed the card, or empty.</summary>
    public string CompletedOf(string id) => _completed.GetValueOrDefault(id, "");
}
