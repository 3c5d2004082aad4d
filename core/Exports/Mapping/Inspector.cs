using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Looks at an export without importing it.</summary>
public sealed class Inspector(ProfileCatalogue profiles, ReadingLimits? limits = null)
{
    /// <summary>Inspects an export; choices that have to be made are part of the answer and not an error.</summary>
    /// <param name="content">The file.</param>
    /// <param name="context">What decides where the values leave something open.</param>
    /// <param name="profileId">The profile to use (<c>--as</c>), or null.</param>
    /// <param name="map">What a person decided (<c>--map</c>), or null.</param>
    /// <exception cref="OpsException">Refused: the file cannot be read.</exception>
    public Inspection Inspect(ExportContent content, MappingContext context, string? profileId = null, MappingOverride? map = null)
    {
        using var file = ExportFile.Open(content, limits ?? ReadingLimits.Default);
        var mapper = new TableMapper(profiles, context);
        return new(content.Name, [.. file.Tables.Select(table => mapper.Shape(table, map)).Select(table => Inspect(table, mapper.Map(table, profileId, map)))]);
    }

    private static TableInspection Inspect(ExportTable table, TableMapping mapping)
    {
        mapping = mapping.IsScanned ? mapping : mapping.Scan(table);
        var rejected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var rows = 0;
        var accepted = 0;
        var converter = mapping.Fact is null || mapping.Choices.Count > 0 ? null : mapping.CreateConverter();
        var record = mapping.Fact is { } fact ? new FactRecord(FactSchema.Of(fact)) : null;
        using (var reader = table.OpenRows())
        {
            while (reader.Read())
            {
                rows++;
                if (converter is null)
                    continue;
                var outcome = converter.Convert(reader, record!);
                if (outcome.Accepted)
                    accepted++;
                else if (outcome.NotARow)
                    rows--;
                else
                    rejected[outcome.ReasonCode!] = rejected.GetValueOrDefault(outcome.ReasonCode!) + 1;
            }
        }

        return new TableInspection
        {
            File = table.FileName,
            Sheet = table.Sheet,
            Format = table.Format,
            Encoding = table.Encoding,
            Delimiter = table.Delimiter,
            HeaderLine = table.HeaderLine,
            Mapping = mapping,
            Rows = rows,
            Accepted = accepted,
            Rejected = rejected,
            Warnings = [.. table.Warnings, .. mapping.Warnings, .. converter?.Warnings ?? []],
        };
    }
}
