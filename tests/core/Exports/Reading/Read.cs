using System.Text;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading;

/// <summary>Reads whole tables into texts, for comparing.</summary>
internal static class Read
{
    public static ExportContent Content(string name, byte[] bytes) => new(name, bytes.Length, () => new MemoryStream(bytes, writable: false));

    public static ExportContent Content(string name, string text) => Content(name, Encoding.UTF8.GetBytes(text));

    public static ExportFile Open(string text, string name = "export.csv", ReadingLimits? limits = null) =>
        ExportFile.Open(Content(name, text), limits ?? ReadingLimits.Default);

    public static ExportFile Open(byte[] bytes, string name = "export.csv", ReadingLimits? limits = null) =>
        ExportFile.Open(Content(name, bytes), limits ?? ReadingLimits.Default);

    public static ExportTable Table(string text, string name = "export.csv", ReadingLimits? limits = null) => Open(text, name, limits).Tables.ShouldHaveSingleItem();

    public static ExportTable Table(byte[] bytes, string name = "export.csv", ReadingLimits? limits = null) => Open(bytes, name, limits).Tables.ShouldHaveSingleItem();

    /// <summary>A file of the folder Files.</summary>
    public static ExportFile File(string name)
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Exports", "Reading", "Files", name);
        return ExportFile.Open(new(name, new FileInfo(path).Length, () => System.IO.File.OpenRead(path)), ReadingLimits.Default);
    }

    public static List<ReadRow> Rows(this ExportTable table)
    {
        var rows = new List<ReadRow>();
        using var reader = table.OpenRows();
        while (reader.Read())
        {
            var fields = new string[reader.FieldCount];
            for (var i = 0; i < fields.Length; i++)
                fields[i] = Encoding.UTF8.GetString(reader.Field(i));
            rows.Add(new(fields, reader.Line, reader.Defect));
        }

        return rows;
    }

    /// <summary>The rows as lines of fields between bars.</summary>
    public static string[] Lines(this ExportTable table) => [.. table.Rows().Select(row => string.Join('|', row.Fields))];

    public static OpsException Refusal(Action open)
    {
        var refusal = Should.Throw<OpsException>(open);
        refusal.Kind.ShouldBe(FailureKind.Refused);
        refusal.Text.Fr.ShouldNotBeNullOrWhiteSpace();
        return refusal;
    }
}

internal sealed record ReadRow(string[] Fields, int Line, string? Defect);
