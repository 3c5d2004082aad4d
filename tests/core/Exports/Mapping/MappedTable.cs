using System.Text;
using NodaTime;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

/// <summary>An export as text, mapped and converted as an import does it: in one pass, again from the start where a value was open.</summary>
internal sealed class MappedTable
{
    private MappedTable(TableMapping mapping) => Mapping = mapping;

    internal TableMapping Mapping { get; private set; }

    internal List<FactRecord> Facts { get; } = [];

    internal List<string> Ids { get; } = [];

    internal List<RowOutcome> Rejections { get; } = [];

    internal int NotRows { get; private set; }

    internal IReadOnlyList<ColumnMapping> Columns { get; private set; } = [];

    internal List<IReadOnlyList<string>> Merged { get; } = [];

    internal FactRecord this[int index] => Facts[index];

    internal ColumnMapping Column(string name) => Columns.Single(column => column.Name == name);

    internal string? InputOf(string name) => Mapping.Columns.First(column => column.Name == name).Input?.Name;

    internal static MappingContext French { get; } = new(Locale.FrFr, DateTimeZoneProviders.Tzdb["Europe/Paris"], "EUR");

    internal static MappingContext American { get; } = new(Locale.EnUs, DateTimeZoneProviders.Tzdb["America/New_York"], "USD");

    internal static ExportTable Table(string text, string name = "export.csv")
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return ExportFile.Open(new ExportContent(name, bytes.Length, () => new MemoryStream(bytes)), ReadingLimits.Default).Tables[0];
    }

    internal static MappedTable Of(string text, MappingContext? context = null, string? profile = null, string? map = null, string name = "export.csv") =>
        Of(Table(text, name), context, profile, map);

    internal static MappedTable Of(ExportTable table, MappingContext? context = null, string? profile = null, string? map = null)
    {
        var mapper = new TableMapper(ProfileCatalogue.Default, context ?? French);
        var said = map is null ? null : MappingOverrideReader.Read("map.yaml", map);
        table = mapper.Shape(table, said);
        var mapping = mapper.Map(table, profile, said);
        var result = new MappedTable(mapping);
        if (mapping.Choices.Count == 0)
            result.Convert(table);
        return result;
    }

    private void Convert(ExportTable table)
    {
        var converter = Mapping.CreateConverter();
        using var rows = table.OpenRows();
        while (rows.Read())
        {
            var record = new FactRecord(FactSchema.Of(Mapping.Fact!.Value));
            var outcome = converter.Convert(rows, record);
            if (outcome.Undecided)
            {
                Mapping.IsScanned.ShouldBeFalse();
                Mapping = Mapping.Scan(table);
                Facts.Clear();
                Ids.Clear();
                Rejections.Clear();
                Merged.Clear();
                NotRows = 0;
                Convert(table);
                return;
            }

            if (outcome.Accepted)
            {
                Facts.Add(record);
                Ids.Add(Encoding.UTF8.GetString(converter.NaturalId));
                Merged.Add(converter.MergedIds);
            }
            else if (outcome.NotARow)
            {
                NotRows++;
            }
            else
            {
                Rejections.Add(outcome);
            }
        }

        Columns = converter.Columns;
    }
}
