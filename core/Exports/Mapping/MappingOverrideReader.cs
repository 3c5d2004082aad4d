using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Reads the YAML of <c>--map</c> (docs/profiles.md).</summary>
public static class MappingOverrideReader
{
    private static readonly IReadOnlyDictionary<string, FactType> Facts =
        Enum.GetValues<FactType>().ToDictionary(type => type.ToString(), type => type, StringComparer.OrdinalIgnoreCase);

    private static readonly IReadOnlyDictionary<string, DateOrder> Orders = new Dictionary<string, DateOrder>(StringComparer.OrdinalIgnoreCase)
    {
        ["dmy"] = DateOrder.DayFirst,
        ["mdy"] = DateOrder.MonthFirst,
        ["ymd"] = DateOrder.YearFirst,
    };

    private static readonly IReadOnlyDictionary<string, char> Marks = new Dictionary<string, char>(StringComparer.Ordinal) { ["."] = '.', [","] = ',' };

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <exception cref="OpsException">Refused: file, line, field and what was expected.</exception>
    public static MappingOverride Read(string file, string yaml)
    {
        var map = new MappingOverride { File = file };
        var columns = new List<(string Header, YamlPlace Field)>();
        foreach (var (key, value) in YamlPlace.Read(file, yaml).Entries())
        {
            switch (key)
            {
                case "fact":
                    map = map with { Fact = value.OneOf(Facts) };
                    break;
                case "columns":
                    columns.AddRange(value.Entries("columns as `header: field`", "des colonnes `en-tête: champ`"));
                    break;
                case "ignore":
                    columns.AddRange(value.Items().Select(item => (item.Text(), (YamlPlace)null!)));
                    break;
                case "decimalMark":
                    map = map with { DecimalMark = value.OneOf(Marks) };
                    break;
                case "dateOrder":
                    map = map with { DateOrder = value.OneOf(Orders) };
                    break;
                case "zone":
                    map = map with { Zone = ProfileReader.Zone(value) };
                    break;
                case "status":
                    map = map with { Status = value.Entries().ToDictionary(status => status.Key, status => status.Value.Texts(), StringComparer.Ordinal) };
                    break;
                case "units":
                    map = map with { Units = value.Entries().ToDictionary(unit => unit.Key, unit => unit.Value.Text(), StringComparer.OrdinalIgnoreCase) };
                    break;
                default:
                    throw value.Misfit(
                        "one of fact, columns, ignore, decimalMark, dateOrder, zone, status, units",
                        "une clé parmi fact, columns, ignore, decimalMark, dateOrder, zone, status, units");
            }
        }

        return map with { Columns = Fields(columns, map.Fact) };
    }

    private static Dictionary<string, string?> Fields(List<(string Header, YamlPlace Field)> columns, FactType? fact)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (header, place) in columns)
        {
            var name = place?.Text();
            if (name is null or "ignore")
            {
                fields[header] = null;
                continue;
            }

            if (fact is { } type && InputSchema.Of(type).Find(name) is null)
            {
                var names = string.Join(", ", InputSchema.Of(type).Inputs.Select(input => input.Name));
                throw place!.Misfit($"`ignore` or a field of {type}: {names}", $"`ignore` ou un champ de {type}\u00a0: {names}");
            }

            fields[header] = name;
        }

        return fields;
    }
}
