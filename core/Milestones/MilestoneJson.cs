using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;

namespace OpsAutomation.Milestones;

/// <summary>Writes a report as the JSON that <c>ops milestones --json</c> gives.</summary>
public static class MilestoneJson
{
    // People read evidence too: accents stay as they are. Nothing of this goes into a web page unescaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The JSON, with evidence in a language.</summary>
    public static string Write(MilestoneReport report, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
            Write(json, report, language);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Writes the object, with evidence in a language.</summary>
    public static void Write(Utf8JsonWriter json, MilestoneReport report, Language language)
    {
        json.WriteStartObject();
        json.WriteString("engagement", report.Engagement);
        json.WriteString("asOf", LocalDatePattern.Iso.Format(report.AsOf));
        json.WriteString("start", LocalDatePattern.Iso.Format(report.Start));
        json.WriteStartArray("milestones");
        foreach (var milestone in report.Milestones)
            Write(json, milestone, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The word of a status.</summary>
    public static string WordOf(MilestoneState status) => status switch
    {
        MilestoneState.Done => "done",
        MilestoneState.DoneLate => "done-late",
        MilestoneState.Late => "late",
        MilestoneState.Upcoming => "upcoming",
        MilestoneState.AtRisk => "at-risk",
        _ => "on-track",
    };

    private static void Write(Utf8JsonWriter json, MilestoneStatus milestone, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", milestone.Id);
        json.WriteNumber("day", milestone.Day);
        json.WriteString("due", LocalDatePattern.Iso.Format(milestone.Due));
        json.WriteString("firstDue", LocalDatePattern.Iso.Format(milestone.FirstDue));
        json.WriteString("status", WordOf(milestone.Status));
        json.WriteBoolean("dueSoon", milestone.DueSoon);
        json.WriteNumber("progress", Math.Round(milestone.Progress, 4, MidpointRounding.AwayFromZero));
        json.WriteString("owner", milestone.Owner);
        json.WriteStartArray("criteria");
        foreach (var criterion in milestone.Criteria)
        {
            json.WriteStartObject();
            json.WriteString("id", criterion.Id);
            json.WriteString("kind", criterion.Kind);
            json.WriteBoolean("met", criterion.Met);
            json.WriteString("evidence", criterion.Evidence?.In(language));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
