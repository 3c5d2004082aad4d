using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Exports;

/// <summary>The report as JSON: the contract of <c>ops import --json</c>.</summary>
public static class ImportReportJson
{
    /// <summary>The report in the reader's language; reasons as codes with their texts beside them.</summary>
    public static string Write(ImportReport report, Language language)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            Write(json, report, language);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, ImportReport report, Language language)
    {
        json.WriteStartObject();
        json.WriteString("file", report.File);
        json.WriteString("profile", report.Profile);
        json.WriteString("encoding", report.Encoding);
        Write(json, "delimiter", report.Delimiter);
        json.WriteStartArray("facts");
        foreach (var count in report.Facts)
            Write(json, count);
        json.WriteEndArray();
        json.WriteStartArray("columns");
        foreach (var column in report.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("rejections");
        foreach (var rejection in report.Rejections)
            Write(json, rejection, language);
        json.WriteEndArray();
        json.WriteStartArray("warnings");
        foreach (var warning in report.Warnings)
            json.WriteStringValue(warning.In(language));
        json.WriteEndArray();
        json.WriteBoolean("alreadyImported", report.AlreadyImported);
        json.WriteNumber("number", report.Number);
        json.WriteString("importedAt", InstantPattern.General.Format(report.ImportedAt));
        json.WriteString("taken", LocalDatePattern.Iso.Format(report.Taken));
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, FactCount count)
    {
        json.WriteStartObject();
        json.WriteString("type", count.Type.ToString());
        json.WriteNumber("read", count.Read);
        json.WriteNumber("accepted", count.Accepted);
        json.WriteNumber("rejected", count.Rejected);
        json.WriteNumber("superseded", count.Superseded);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, ColumnReport column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("field", column.Field);
        Write(json, "decimalMark", column.DecimalMark);
        json.WriteString("dateOrder", column.DateOrder);
        json.WriteNumber("certainty", column.Certainty);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Rejection rejection, Language language)
    {
        json.WriteStartObject();
        json.WriteNumber("line", rejection.Line);
        json.WriteString("column", rejection.Column);
        json.WriteString("reason", rejection.Reason);
        json.WriteString("message", RowReasons.Describe(rejection.Reason).In(language));
        json.WriteString("file", rejection.File);
        if (rejection.Sheet is not null)
            json.WriteString("sheet", rejection.Sheet);
        json.WriteEndObject();
    }

    internal static void Write(Utf8JsonWriter json, string name, char? mark)
    {
        if (mark is { } known)
            json.WriteString(name, known.ToString());
        else
            json.WriteNull(name);
    }
}
