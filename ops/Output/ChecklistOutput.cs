using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Checklists;

namespace OpsAutomation.Ops.Output;

/// <summary>Checklists as JSON: an array, one object each, with their lines.</summary>
internal static class ChecklistOutput
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<Checklist> checklists, LocalDate today)
    {
        json.WriteStartArray();
        foreach (var checklist in checklists)
        {
            json.WriteStartObject();
            json.WriteString("id", checklist.Id);
            json.WriteString("kind", checklist.Kind);
            json.WriteString("title", checklist.Title);
            json.WriteNumber("version", checklist.Version);
            json.WriteString("for", checklist.For);
            json.WriteString("day", Iso(checklist.Day));
            json.WriteString("started", Iso(checklist.Started));
            json.WriteString("by", checklist.By);
            json.WriteNumber("done", checklist.Done);
            json.WriteString("doneOn", Iso(checklist.DoneOn));
            json.WriteStartArray("lines");
            foreach (var line in checklist.Lines)
            {
                json.WriteStartObject();
                json.WriteString("id", $"{checklist.Id}-{line.Number}");
                json.WriteString("text", line.Text);
                json.WriteString("who", line.Who);
                json.WriteString("due", Iso(line.Due));
                json.WriteString("proof", line.Proof);
                json.WriteBoolean("late", line.IsLate(today));
                json.WriteString("doneOn", Iso(line.DoneOn));
                json.WriteString("doneBy", line.DoneBy);
                json.WriteString("note", line.Note);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;
}
