using System.Globalization;
using NodaTime;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Profiles;

/// <summary>Reads profiles from YAML: the product's own, and those that an engagement adds (docs/profiles.md).</summary>
public static class ProfileReader
{
    private static readonly IReadOnlyDictionary<string, FactType> FactTypes =
        Enum.GetValues<FactType>().ToDictionary(type => type.ToString(), type => type, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one profile.</summary>
    /// <param name="file">The name of the file, for messages.</param>
    /// <param name="yaml">Its text.</param>
    /// <exception cref="OpsException">Refused: file, line, field and what was expected.</exception>
    public static Profile Read(string file, string yaml)
    {
        var root = YamlPlace.Read(file, yaml);
        var entries = root.Entries();
        var fact = (Find(entries, "fact") ?? throw root.Misfit("a field `fact`", "un champ `fact`")).OneOf(FactTypes);
        var inputs = InputSchema.Of(fact);
        var columns = Find(entries, "columns") ?? throw root.Misfit("a field `columns`", "un champ `columns`");
        var id = (Find(entries, "id") ?? throw root.Misfit("a field `id`", "un champ `id`")).Text();
        var profile = new Profile
        {
            Id = id,
            Vendor = Find(entries, "vendor")?.Text() ?? id.Split('.')[0],
            Object = Find(entries, "object")?.Text() ?? id.Split('.')[^1],
            Fact = fact,
            Namespace = Find(entries, "namespace")?.Text() ?? id.Split('.')[0],
            Columns = Columns(columns, inputs),
        };
        foreach (var (key, value) in entries)
            profile = With(profile, key, value, inputs);
        return profile;
    }

    private static Profile With(Profile profile, string key, YamlPlace value, InputSchema inputs) => key switch
    {
        "id" or "vendor" or "object" or "fact" or "namespace" or "columns" => profile,
        "generic" => profile with { IsGeneric = value.Flag() },
        "format" => profile with { Format = value.Text() },
        "shape" => profile with { Shape = value.Text() },
        "zone" => profile with { Zone = Zone(value) },
        "signature" => profile with { Signature = [.. value.Items().Select(Patterns)] },
        "unless" => profile with { Unless = Patterns(value) },
        "converted" => profile with { Converted = Columns(value, inputs) },
        "units" => profile with { Units = value.Entries().ToDictionary(unit => Input(unit.Key, unit.Value, inputs), unit => unit.Value.Text(), StringComparer.OrdinalIgnoreCase) },
        "status" => profile with { Status = value.Entries().ToDictionary(status => status.Key, status => status.Value.Texts(), StringComparer.Ordinal) },
        "needs" => profile with { Needs = [.. value.Items().Select(group => (IReadOnlyList<string>)[.. group.Items().Select(name => Input(name.Text(), name, inputs))])] },
        "evidence" => profile with { Evidence = value.Entries().ToDictionary(word => HeaderName.Key(word.Key), word => Number(word.Value), StringComparer.Ordinal) },
        _ => throw value.Misfit(
            "no such field; known are id, vendor, object, fact, namespace, zone, signature, unless, columns, converted, units, status",
            "champ inconnu\u00a0; sont connus id, vendor, object, fact, namespace, zone, signature, unless, columns, converted, units, status"),
    };

    internal static DateTimeZone Zone(YamlPlace value) =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(value.Text()) ?? throw value.Misfit("an IANA time zone such as Europe/Paris", "un fuseau IANA tel que Europe/Paris");

    private static decimal Number(YamlPlace value) =>
        decimal.TryParse(value.Text(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : throw value.Misfit("a number", "un nombre");

    private static List<ProfileColumn> Columns(YamlPlace columns, InputSchema inputs) =>
        [.. columns.Entries().Select(entry => new ProfileColumn(Input(entry.Key, entry.Value, inputs), [.. entry.Value.Items().Select(Patterns)]))];

    private static IReadOnlyList<HeaderPattern> Patterns(YamlPlace place) => [.. place.Texts().Select(text => new HeaderPattern(text))];

    private static string Input(string name, YamlPlace at, InputSchema inputs)
    {
        if (inputs.Find(name) is { } input)
            return input.Name;
        var names = string.Join(", ", inputs.Inputs.Select(known => known.Name));
        throw at.Misfit($"a field of {inputs.Type}: {names}", $"un champ de {inputs.Type}\u00a0: {names}");
    }

    private static YamlPlace? Find(IReadOnlyList<(string Key, YamlPlace Value)> entries, string key)
    {
        foreach (var (name, value) in entries)
        {
            if (name == key)
                return value;
        }

        return null;
    }
}
