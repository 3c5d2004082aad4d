using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>Documents and where they stand as JSON: an array, one object a document and language.</summary>
internal static class SopOutput
{
    public static void Write(Utf8JsonWriter json, LifeReport report, IReadOnlyList<AskRecord> asks)
    {
        json.WriteStartArray();
        foreach (var line in report.Lines)
            Write(json, line, report, asks);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, LifeLine line, LifeReport report, IReadOnlyList<AskRecord> asks)
    {
        var record = line.Record;
        json.WriteStartObject();
        json.WriteString("kind", record.Kind);
        json.WriteString("language", SopWords.Tag(record.Language));
        json.WriteString("title", record.Title);
        json.WriteString("status", DocumentStatusWords.Code(record, report.Today));
        json.WriteBoolean("provisional", record.Provisional);
        Number(json, "version", record.Current.Stage == RevisionStage.Live ? record.Version : null);
        Number(json, "draft", record.Draft?.Version);
        json.WriteString("inForceFrom", Iso(record.Latest.Stage == RevisionStage.Approved ? record.Latest.From : record.Current.Stage == RevisionStage.Live ? record.Current.From ?? record.Current.Day : null));
        json.WriteString("owner", line.Rule.Owner?.Id);
        json.WriteString("approver", line.Rule.NeedsApproval ? line.Rule.Approver?.Id : null);
        json.WriteString("approverAsked", Iso(record.Draft is { } draft && line.Rule.Approver is { } approver ? asks.On(AskPurpose.Approval, approver, record, draft.ContentHash) : null));
        json.WriteString("approvedBy", record.Current.ApprovedBy);
        json.WriteString("approvedFor", record.Current.ApprovedFor);
        json.WriteString("nextReview", Iso(record.Status == DocumentStatus.Live ? record.ReviewBy : null));
        Texts(json, "conflicts", record.Conflicts);
        Texts(json, "sameProcess", report.Clashes.Where(clash => clash.Documents.Any(one => one.Kind == record.Kind)).SelectMany(clash => clash.Documents).Select(one => one.Kind).Where(kind => kind != record.Kind).Distinct(StringComparer.Ordinal));
        Texts(json, "processes", record.Processes ?? []);
        Texts(json, "moves", record.Moves ?? []);
        json.WriteStartArray("readers");
        foreach (var reader in line.Readers)
        {
            json.WriteStartObject();
            json.WriteString("person", reader.Person.Id);
            json.WriteString("asked", Iso(asks.On(AskPurpose.Reading, reader.Person, record, record.ContentHash)));
            json.WriteBoolean("read", reader.HasRead);
            Number(json, "version", reader.Last?.Version);
            json.WriteString("on", Iso(reader.Last?.On));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("versions");
        foreach (var revision in record.Revisions)
        {
            json.WriteStartObject();
            json.WriteNumber("version", revision.Version);
            json.WriteString("stage", revision.Stage switch { RevisionStage.Draft => "draft", RevisionStage.Approved => "approved", RevisionStage.Withdrawn => "retired", _ => "live" });
            json.WriteString("day", Iso(revision.Day));
            json.WriteString("by", revision.By);
            json.WriteString("approvedBy", revision.ApprovedBy);
            json.WriteString("note", revision.Note);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
