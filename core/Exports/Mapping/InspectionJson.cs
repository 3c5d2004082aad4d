using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What <c>ops inspect --json</c> prints: the main table at the top, and all of them under <c>tables</c> where there are several.</summary>
public static class InspectionJson
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one JSON document.</summary>
    public static string Write(Inspection inspection, Language language)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("file", inspection.File);
            Write(json, inspection.Main, language);
            if (inspection.Tables.Count > 1)
            {
                json.WriteStartArray("tables");
                foreach (var table in inspection.Tables)
                {
                    json.WriteStartObject();
                    json.WriteString("file", table.File);
                    Write(json, table, language);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, TableInspection table, Language language)
    {
        json.WriteString("sheet", table.Sheet);
        json.WriteString("format", table.Format);
        json.WriteString("vendor", table.Mapping.Vendor);
        json.WriteString("object", table.Mapping.Object);
        json.WriteString("profile", table.Mapping.Profile);
        json.WriteString("fact", table.Mapping.Fact?.ToString());
        json.WriteString("encoding", table.Encoding);
        json.WriteString("delimiter", table.Delimiter?.ToString());
        json.WriteNumber("headerLine", table.HeaderLine);
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("accepted", table.Accepted);
        json.WriteStartObject("rejected");
        foreach (var (reason, count) in table.Rejected)
            json.WriteNumber(reason, count);
        json.WriteEndObject();
        json.WriteStartArray("columns");
        foreach (var column in table.Mapping.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("choices");
        foreach (var choice in table.Mapping.Choices)
        {
            json.WriteStartObject();
            json.WriteString("field", choice.Field);
            json.WriteString("question", choice.Question.In(language));
            json.WriteStartArray("options");
            foreach (var option in choice.Options)
                json.WriteStringValue(option);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in table.Warnings)
            json.WriteStringValue(warning.In(language));
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ColumnMapping column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("field", column.Input?.Name);
        json.WriteString("decimalMark", column.DecimalMark?.ToString());
        json.WriteString("dateOrder", column.DateOrder);
        json.WriteNumber("certainty", column.Certainty);
        json.WriteNumber("values", column.Samples);
        json.WriteEndObject();
    }
}
