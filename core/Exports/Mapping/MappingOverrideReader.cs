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

    // The lists of words whose meanings a map may give, by what the rows become.
    private static readonly IReadOnlyDictionary<FactType, string[]> Meanings = new Dictionary<FactType, string[]>
    {
        [FactType.Deal] = ["deal"],
        [FactType.Ticket] = ["ticket"],
        [FactType.Task] = ["task"],
        [FactType.Sale] = ["sale"],
        [FactType.Payment] = ["payment", "payment-kind"],
        [FactType.Subscription] = ["subscription", "churn"],
        [FactType.LedgerEntry] = ["side"],
    };

    private static readonly IReadOnlyDictionary<string, string> Units =
        new[] { "ms", "seconds", "minutes", "hours", "days", "share", "percent", "minor" }.ToDictionary(unit => unit, unit => unit, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a mapping.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <exception cref="OpsException">Refused: file, line, field and what was expected, of everything that is wrong.</exception>
    public static MappingOverride Read(string file, string yaml)
    {
        var faults = new MapFaults();
        var map = new MappingOverride { File = file };
        var columns = new List<(string Header, YamlPlace Place, bool IsIgnored)>();
        var status = new List<(string Meaning, YamlPlace Words)>();
        var units = new List<(string Field, YamlPlace Unit)>();
        var entries = YamlPlace.Read(file, yaml).Entries();
        foreach (var (key, value) in entries)
        {
            faults.Collect(value.Line, () =>
            {
                switch (key)
                {
                    case "fact":
                        map = map with { Fact = value.OneOf(Facts) };
                        break;
                    case "columns":
                        columns.AddRange(value.Entries("columns as `header: field`", "des colonnes `en-tête: champ`").Select(entry => (entry.Key, entry.Value, false)));
                        break;
                    case "ignore":
                        columns.AddRange(value.Items().Select(item => (item.Text(), item, true)));
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
                        status.AddRange(value.Entries());
                        break;
                    case "units":
                        units.AddRange(value.Entries());
                        break;
                    default:
                        throw value.Misfit(
                            "one of fact, columns, ignore, decimalMark, dateOrder, zone, status, units",
                            "une clé parmi fact, columns, ignore, decimalMark, dateOrder, zone, status, units");
                }
            });
        }

        map = map with { Columns = Fields(columns, map.Fact, faults), Lines = Lines(columns), Status = Words(status, map.Fact, faults), Units = UnitsOf(units, map.Fact, faults) };
        faults.ThrowIfAny();
        return map;
    }

    private static Dictionary<string, string?> Fields(List<(string Header, YamlPlace Place, bool IsIgnored)> columns, FactType? fact, MapFaults faults)
    {
        var fields = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var (header, place, isIgnored) in columns)
        {
            faults.Collect(place.Line, () =>
            {
                var name = isIgnored || place.Text() == "ignore" ? null : place.Text();
                if (name is not null && fact is { } type && InputSchema.Of(type).Find(name) is null)
                    throw place.Misfit($"`ignore` or a field of {type}: {Names(type)}", $"`ignore` ou un champ de {type}\u00a0: {Names(type)}");
                fields[header] = name;
            });
        }

        return fields;
    }

    private static Dictionary<string, int> Lines(List<(string Header, YamlPlace Place, bool IsIgnored)> columns)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (header, place, _) in columns)
            lines[header] = place.Line;
        return lines;
    }

    private static Dictionary<string, IReadOnlyList<string>> Words(List<(string Meaning, YamlPlace Words)> status, FactType? fact, MapFaults faults)
    {
        var known = fact is { } type && Meanings.TryGetValue(type, out var lists) ? lists.SelectMany(list => CommonWords.Of(list).Keys).ToList() : null;
        var words = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (meaning, place) in status)
        {
            faults.Collect(place.Line, () =>
            {
                if (known?.Contains(meaning, StringComparer.Ordinal) == false)
                    throw place.Misfit($"one of {string.Join(", ", known)}", $"une clé parmi {string.Join(", ", known)}");
                words[meaning] = place.Texts();
            });
        }

        return words;
    }

    private static Dictionary<string, string> UnitsOf(List<(string Field, YamlPlace Unit)> entries, FactType? fact, MapFaults faults)
    {
        var units = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (field, place) in entries)
        {
            faults.Collect(place.Line, () =>
            {
                if (fact is { } type && InputSchema.Of(type).Find(field) is null)
                    throw place.Misfit($"a field of {type}: {Names(type)}", $"un champ de {type}\u00a0: {Names(type)}");
                units[field] = place.OneOf(Units);
            });
        }

        return units;
    }

    private static string Names(FactType type) => string.Join(", ", InputSchema.Of(type).Inputs.Select(input => input.Name));
}
