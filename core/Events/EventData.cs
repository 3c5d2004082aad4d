using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

namespace OpsAutomation.Events;

/// <summary>The data of events, as JSON objects: figures, ids, days and words of ours; no free text of people and no address.</summary>
public static class EventData
{
    /// <summary>Of <see cref="EventTypes.ExportIngested"/>.</summary>
    public static string Of(ImportReport report, string? source) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("import", report.Number);
        json.WriteString("file", report.File);
        json.WriteString("source", source);
        json.WriteString("profile", report.Profile);
        json.WriteString("taken", Iso(report.Taken));
        json.WriteNumber("read", report.Total(count => count.Read));
        json.WriteNumber("accepted", report.Total(count => count.Accepted));
        json.WriteNumber("rejected", report.Total(count => count.Rejected));
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.ExportRefused"/>.</summary>
    public static string Refused(string file, string? source, LocalizedText reason) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("file", file);
        json.WriteString("source", source);
        Text(json, "reason", reason);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.KpiOffTarget"/> and <see cref="EventTypes.KpiOnTarget"/>.</summary>
    public static string Of(KpiResult kpi) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kpi", kpi.Id);
        Text(json, "label", kpi.Label);
        JsonText.Number(json, "value", kpi.Value);
        JsonText.Number(json, "target", kpi.Target);
        json.WriteString("unit", KpiJson.WordOf(kpi.Unit, kpi.Currency));
        json.WriteString("from", Iso(kpi.Period.From));
        json.WriteString("to", Iso(kpi.Period.To));
        json.WriteString("status", KpiJson.WordOf(kpi.Status));
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.MilestoneAtRisk"/>, <see cref="EventTypes.MilestoneLate"/> and <see cref="EventTypes.MilestoneDone"/>.</summary>
    public static string Of(MilestoneStatus milestone) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("milestone", milestone.Id);
        Text(json, "title", milestone.Title);
        json.WriteString("due", Iso(milestone.Due));
        json.WriteString("doneOn", milestone.DoneOn is { } day ? Iso(day) : null);
        json.WriteNumber("met", milestone.Criteria.Count(criterion => criterion.Met));
        json.WriteNumber("criteria", milestone.Criteria.Count);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.SourceStale"/>.</summary>
    public static string Of(DigestSource source) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("name", source.Name);
        json.WriteString("profile", source.Profile);
        json.WriteString("taken", source.Taken is { } day ? Iso(day) : null);
        json.WriteNumber("staleAfterDays", source.StaleAfterDays);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.DecisionAwaited"/>: its text stays in the logbook.</summary>
    public static string Of(LogItem decision) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("decision", decision.Id);
        json.WriteString("due", decision.Due is { } day ? Iso(day) : null);
        json.WriteString("topic", decision.Topic);
        json.WriteString("kpi", decision.Kpi);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.DocumentPublished"/>.</summary>
    public static string Of(DocumentRecord document) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("kind", document.Kind);
        json.WriteString("language", LanguageCode.Of(document.Language));
        json.WriteString("title", document.Title);
        json.WriteNumber("version", document.Version);
        json.WriteString("publishedOn", Iso(document.PublishedOn));
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.DigestSent"/>.</summary>
    public static string Of(DigestRecord record, SentDigest sent) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("recipient", record.Recipient);
        json.WriteString("week", Iso(record.Week));
        json.WriteNumber("revision", sent.Revision);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.DigestFailed"/>.</summary>
    public static string Failed(string recipient, LocalDate day, LocalizedText reason) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("recipient", recipient);
        json.WriteString("day", Iso(day));
        Text(json, "reason", reason);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.ChecklistDone"/>.</summary>
    /// <param name="checklist">The id of the checklist.</param>
    /// <param name="doneOn">The local day on which its last line was ticked.</param>
    /// <param name="lines">How many lines it has.</param>
    public static string ChecklistDone(string checklist, LocalDate doneOn, int lines) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("checklist", checklist);
        json.WriteString("doneOn", Iso(doneOn));
        json.WriteNumber("lines", lines);
        json.WriteEndObject();
    });

    /// <summary>Of <see cref="EventTypes.Ping"/>.</summary>
    public static string Ping(string endpoint) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("endpoint", endpoint);
        json.WriteEndObject();
    });

    private static void Text(System.Text.Json.Utf8JsonWriter json, string name, LocalizedText text)
    {
        json.WriteStartObject(name);
        json.WriteString("en", text.En);
        json.WriteString("fr", text.Fr);
        json.WriteEndObject();
    }

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
