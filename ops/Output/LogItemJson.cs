using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Logbook;

namespace OpsAutomation.Ops.Output;

/// <summary>Items of the logbook as a JSON array.</summary>
internal static class LogItemJson
{
    /// <summary>Writes the array.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<LogItem> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("id", item.Id);
            json.WriteString("kind", item.Kind.ToString().ToLowerInvariant());
            json.WriteString("text", item.Text);
            json.WriteString("owner", item.Owner);
            json.WriteString("due", Iso(item.Due));
            json.WriteBoolean("open", item.Open);
            json.WriteString("recommendation", item.Recommendation);
            json.WriteString("topic", item.Topic);
            if (item.Kind == LogKind.Improvement)
            {
                json.WriteString("cause", item.Cause);
                json.WriteString("change", item.Change);
            }

            json.WriteString("kpi", item.Kpi);
            json.WriteString("origin", item.Origin);
            json.WriteString("added", Iso(item.Added));
            json.WriteString("outcome", item.Outcome);
            json.WriteString("closedOn", Iso(item.ClosedOn));
            json.WriteString("closedBy", item.ClosedBy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
