using System.Globalization;
using OpsAutomation.Facts;

namespace OpsAutomation.Crash.Tests;

/// <summary>Facts as lines of text, without what depends on when and in which order they came.</summary>
internal static class FactLines
{
    public static IEnumerable<string> Of(IFactSource facts, FactType type)
    {
        using var reader = facts.Open(type);
        var lines = new List<string>();
        while (reader?.Read() == true)
        {
            var record = reader.Current;
            var values = record.Schema.Fields.Where(record.Has).Select(field => $"{field.Name}={ValueOf(record, field)}");
            lines.Add($"{record.Key:x} {record.State} {string.Join(' ', values)}");
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }

    private static string ValueOf(FactRecord record, FactField field) => field.Kind switch
    {
        FieldKind.Number => record.GetNumber(field).ToString(CultureInfo.InvariantCulture),
        FieldKind.Time => record.FindTime(field)!.Value.ToString(),
        FieldKind.Flag => record.FindFlag(field)!.Value ? "yes" : "no",
        _ => record.FindText(field)!,
    };
}
