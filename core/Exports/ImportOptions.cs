using System.IO.Hashing;
using System.Text;
using NodaTime.Text;
using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Exports;

/// <summary>What besides the bytes of a file decides the facts that come out of it, as a short text to compare.</summary>
internal static class ImportOptions
{
    public static string Of(ImportRequest request)
    {
        var taken = request.Taken is { } day ? LocalDatePattern.Iso.Format(day) : "";
        var map = request.Map is null ? "" : XxHash64.HashToUInt64(Encoding.UTF8.GetBytes(Describe(request.Map))).ToString("x16");
        return $"{request.Profile?.ToLowerInvariant()}|{map}|{taken}|{(request.Full ? "full" : "")}";
    }

    private static string Describe(MappingOverride map)
    {
        var text = new StringBuilder();
        text.Append(map.Fact).Append('\n').Append(map.DecimalMark).Append('\n').Append(map.DateOrder).Append('\n').Append(map.Zone?.Id).Append('\n');
        foreach (var (column, field) in map.Columns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(column).Append('\t').Append(field).Append('\n');
        foreach (var (status, words) in map.Status.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(status).Append('\t').AppendJoin('\t', words.Order(StringComparer.Ordinal)).Append('\n');
        foreach (var (field, unit) in map.Units.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            text.Append(field).Append('\t').Append(unit).Append('\n');
        return text.ToString();
    }
}
