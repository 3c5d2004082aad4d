using OpsAutomation.Exports.Mapping.Reports;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Decides how a table becomes facts: by a vendor's profile, by synonyms and the look of its values, or as a person said.</summary>
public sealed class TableMapper(ProfileCatalogue profiles, MappingContext context)
{
    private const decimal ClearLead = 1.5m;

    /// <summary>The table with a row for each record, where the export has several in one row; a person's map of its columns leaves it as it is.</summary>
    public ExportTable Shape(ExportTable table, MappingOverride? map = null) => map?.Columns.Count > 0 ? table : MonthlyReport.Of(table, context);

    /// <summary>
    /// Maps a table. Ambiguities do not throw: they are the mapping's <see cref="TableMapping.Choices"/>.
    /// </summary>
    /// <param name="table">The table.</param>
    /// <param name="profileId">The profile to use (<c>--as</c>); null detects it.</param>
    /// <param name="map">What a person decided (<c>--map</c>), or null.</param>
    /// <exception cref="OpsException">Refused or wrong usage: no such profile, or the map does not fit the file.</exception>
    public TableMapping Map(ExportTable table, string? profileId = null, MappingOverride? map = null)
    {
        var sample = TableSample.Take(table);
        var warnings = new List<LocalizedText>();
        var vendors = new VendorMatcher(table.Header, sample);
        var generics = new GenericMatcher(table.Header, sample, HeaderName.Key(table.FileName) + HeaderName.Key(table.Sheet ?? ""));
        var profile = profileId is null ? null : Named(profileId);
        profile ??= map?.Fact is null ? vendors.Find(profiles.Vendors, table.Format) : VendorFor(vendors, table, map.Fact.Value);
        ColumnAssignment assignment;
        if (profile is { IsGeneric: false })
        {
            assignment = vendors.Assign(profile, warnings);
            if (profileId is not null && assignment.Count == 0)
                throw NoColumn(profile, table);
        }
        else
        {
            (profile, assignment, var choice) = ChooseGeneric(generics, profile, map, table);
            if (choice is not null)
                return Unknown(table, choice, sample);
        }

        MapApplication.Apply(map, table, InputSchema.Of(profile.Fact), assignment, sample);
        return Finish(table, profile, assignment, map, sample, warnings);
    }

    private Profile Named(string id) => profiles.Find(id) ?? throw OpsException.WrongUsage(
        $"There is no profile “{id}”. Known profiles: {string.Join(", ", profiles.Profiles.Select(profile => profile.Id))}.",
        $"Il n’y a pas de profil «\u00a0{id}\u00a0». Profils connus\u00a0: {string.Join(", ", profiles.Profiles.Select(profile => profile.Id))}.");

    private Profile? VendorFor(VendorMatcher vendors, ExportTable table, FactType fact) =>
        vendors.Find(profiles.Vendors, table.Format) is { } found && found.Fact == fact ? found : null;

    private (Profile Profile, ColumnAssignment Assignment, MappingChoice? Choice) ChooseGeneric(GenericMatcher generics, Profile? named, MappingOverride? map, ExportTable table)
    {
        named ??= map?.Fact is { } fact ? profiles.Generics.First(profile => profile.Fact == fact) : null;
        if (named is not null)
            return (named, generics.Assign(named), null);
        var ranked = profiles.Generics
            .Select(profile => (Profile: profile, Assignment: generics.Assign(profile)))
            .Select(entry => (entry.Profile, entry.Assignment, Score: generics.Score(entry.Profile, entry.Assignment)))
            .Where(entry => entry.Score is not null)
            .OrderByDescending(entry => entry.Score)
            .ToList();
        if (ranked.Count == 0)
            return (null!, new ColumnAssignment(), FactChoices.NothingFits(table));
        if (ranked.Count > 1 && ranked[0].Score - ranked[1].Score < ClearLead)
            return (null!, new ColumnAssignment(), FactChoices.SeveralFit(table, [.. ranked.Where(entry => ranked[0].Score - entry.Score < ClearLead).Select(entry => entry.Profile)]));
        return (ranked[0].Profile, ranked[0].Assignment, null);
    }

    private TableMapping Finish(ExportTable table, Profile profile, ColumnAssignment assignment, MappingOverride? map, TableSample sample, List<LocalizedText> warnings)
    {
        var schema = InputSchema.Of(profile.Fact);
        var columns = new List<ColumnMapping>(table.Header.Count);
        for (var i = 0; i < table.Header.Count; i++)
            columns.Add(ColumnOf(table.Header[i], i, assignment.Of(i), profile, schema, map, sample.Columns[i]));
        var end = profile.Shape == "profit-and-loss" ? ReportPeriod.EndOf(table, columns.Find(column => column.Input?.Name == InputNames.Amount)?.Name, context) : null;
        var choices = FactChoices.Of(table, profile, assignment, end);
        FactChoices.WarnOfLeftOut(table, assignment, warnings);
        var idColumn = columns.Find(column => column.Input?.Name == "id");
        var mapping = new TableMapping
        {
            Profile = profile.Id,
            Vendor = profile.Vendor,
            Object = profile.Object,
            Fact = profile.Fact,
            Columns = columns,
            Warnings = warnings,
            Choices = choices,
            KeyNamespace = profile.IsGeneric ? $"generic:{(idColumn is null ? "" : HeaderName.Key(idColumn.Name))}" : profile.Namespace,
            FileName = table.FileName,
            PeriodEnd = end,
            Context = context,
            Shape = profile.Shape,
            AnnualAmount = columns.Exists(column => column.Input?.Name == "amount" && IsAnnual(column.Name)),
            StatusWords = Merged(map?.Status, profile.Status),
        };
        if (choices.Count > 0)
            return mapping;
        if (sample.IsWhole || columns.Exists(column => ColumnDecision.IsOpen(column, sample.Columns[column.Index].Evidence)))
            return mapping.Scan(table);
        return mapping;
    }

    private static ColumnMapping ColumnOf(string name, int index, (string Input, decimal Certainty)? found, Profile profile, InputSchema schema, MappingOverride? map, ColumnLook look)
    {
        var input = found is { } assigned ? schema[assigned.Input] : null;
        return new ColumnMapping
        {
            Index = index,
            Name = name,
            Input = input,
            Certainty = found?.Certainty ?? 0m,
            Samples = look.Count,
            Zone = HeaderName.ZoneOf(name) ?? map?.Zone ?? profile.Zone,
            Unit = UnitOf(name, input, profile, map),
            DecimalMark = input?.Kind == FieldKind.Number ? map?.DecimalMark : null,
            IsMarkFixed = input?.Kind == FieldKind.Number && map?.DecimalMark is not null,
            Order = input?.Kind == FieldKind.Time ? map?.DateOrder : null,
            IsOrderFixed = input?.Kind == FieldKind.Time && map?.DateOrder is not null,
        };
    }

    private static string? UnitOf(string name, InputField? input, Profile profile, MappingOverride? map)
    {
        if (input is null)
            return null;
        if (map?.Units.GetValueOrDefault(input.Name) is { } said)
            return said;
        if (input.Field == DealFields.Probability)
            return profile.Units.GetValueOrDefault(input.Name) ?? (name.Contains('%') ? "percent" : null);
        return (input.IsHours ? HeaderName.UnitOf(name) : null) ?? profile.Units.GetValueOrDefault(input.Name);
    }

    private static bool IsAnnual(string name) => HeaderName.Key(name) is var key
        && (key.Contains("annual", StringComparison.Ordinal) || key.Contains("yearly", StringComparison.Ordinal) || key.Contains("annuel", StringComparison.Ordinal) || key is "arr" or "acv");

    private static Dictionary<string, IReadOnlyList<string>> Merged(IReadOnlyDictionary<string, IReadOnlyList<string>>? first, IReadOnlyDictionary<string, IReadOnlyList<string>> second)
    {
        var merged = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (meaning, words) in first ?? new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal))
            merged[meaning] = words;
        foreach (var (meaning, words) in second)
            merged[meaning] = merged.TryGetValue(meaning, out var said) ? [.. said, .. words] : words;
        return merged;
    }

    private TableMapping Unknown(ExportTable table, MappingChoice choice, TableSample sample) => new()
    {
        Profile = "unknown",
        Vendor = "unknown",
        Object = "unknown",
        Fact = null,
        Columns = [.. table.Header.Select((name, index) => new ColumnMapping { Index = index, Name = name, Samples = sample.Columns[index].Count })],
        Choices = [choice],
        KeyNamespace = "generic:",
        FileName = table.FileName,
        Context = context,
    };

    private static OpsException NoColumn(Profile profile, ExportTable table) => OpsException.Refused(
        $"{table.FileName}: no column of the profile {profile.Id} was found. Run `ops inspect` to see its columns, or leave out --as.",
        $"{table.FileName}\u00a0: aucune colonne du profil {profile.Id} n’a été trouvée. Lancez `ops inspect` pour voir ses colonnes, ou retirez --as.");
}
