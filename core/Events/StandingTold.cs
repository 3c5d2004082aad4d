using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Events;

/// <summary>What was told last of where an engagement stands, and what is decided on and not yet taken: collection <c>told</c>, id <c>standing</c>.</summary>
/// <param name="Words">By subject, such as <c>kpi/finance.dso</c>: the word told last, such as <c>kpi.off-target</c>.</param>
/// <param name="Count">How many events there were so far: it makes their keys.</param>
/// <param name="Pending">The events to be taken.</param>
internal sealed record StandingTold(IReadOnlyDictionary<string, string> Words, int Count, IReadOnlyList<PendingEvent> Pending)
{
    /// <summary>Nothing was told.</summary>
    public static StandingTold Nothing { get; } = new(new Dictionary<string, string>(StringComparer.Ordinal), 0, []);

    /// <summary>Reads its JSON.</summary>
    public static StandingTold Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new(
            root.GetProperty("words").EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetString()!, StringComparer.Ordinal),
            root.GetProperty("count").GetInt32(),
            [.. root.GetProperty("pending").EnumerateArray().Select(pending => new PendingEvent(
                pending.GetProperty("type").GetString()!,
                pending.GetProperty("subject").GetString()!,
                pending.GetProperty("key").GetString()!,
                pending.GetProperty("data").GetRawText(),
                InstantPattern.ExtendedIso.Parse(pending.GetProperty("occurred").GetString()!).Value))]);
    }

    /// <summary>Its JSON.</summary>
    public string Write() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteStartObject("words");
        foreach (var (subject, word) in Words.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            json.WriteString(subject, word);
        json.WriteEndObject();
        json.WriteNumber("count", Count);
        json.WriteStartArray("pending");
        foreach (var pending in Pending)
        {
            json.WriteStartObject();
            json.WriteString("type", pending.Type);
            json.WriteString("subject", pending.Subject);
            json.WriteString("key", pending.Key);
            json.WritePropertyName("data");
            json.WriteRawValue(pending.Data);
            json.WriteString("occurred", InstantPattern.ExtendedIso.Format(pending.Occurred));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
