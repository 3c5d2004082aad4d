using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports;

/// <summary>The tables of a file that become facts.</summary>
internal static class TableMappings
{
    /// <exception cref="OpsException">Refused: something is left for a person to decide, or no table can become facts.</exception>
    public static IReadOnlyList<MappedTable> Of(ExportFile file, ImportRequest request, TableMapper mapper)
    {
        var tables = Kept([.. file.Tables.Select(table => mapper.Shape(table, request.Map)).Select(table => (table, mapper.Map(table, request.Profile, request.Map)))]);
        var open = tables.SelectMany(table => table.Mapping.Choices).ToList();
        if (open.Count > 0)
        {
            throw OpsException.Refused(
                string.Join("\n", open.Select(choice => choice.Question.En)),
                string.Join("\n", open.Select(choice => choice.Question.Fr)));
        }

        if (tables.TrueForAll(table => table.Mapping.Fact is null))
        {
            throw OpsException.Refused(
                $"{request.Content.Name} holds nothing that can be imported. Look at it with `ops inspect`, or say what it is with --as PROFILE or --map FILE.yaml.",
                $"{request.Content.Name} ne contient rien qui puisse être importé. Examinez-le avec `ops inspect`, ou précisez sa nature avec --as PROFIL ou --map FICHIER.yaml.");
        }

        return tables;
    }

    // A workbook often has a sheet of notes or lists beside its data: it is left out and said so, where another sheet is known.
    private static List<MappedTable> Kept(IReadOnlyList<(ExportTable Table, TableMapping Mapping)> tables)
    {
        var known = tables.Where(entry => entry.Mapping.Fact is not null).ToList();
        if (known.Count == 0 || known.Count == tables.Count)
            return [.. tables.Select(entry => new MappedTable(entry.Table, entry.Mapping))];
        var leftOut = tables.Where(entry => entry.Mapping.Fact is null).Select(entry => entry.Table.Sheet ?? entry.Table.FileName).ToList();
        var warning = new LocalizedText(
            $"Left out, since what their rows are cannot be told: “{string.Join("”, “", leftOut)}”.",
            $"Laissés de côté, faute de pouvoir dire ce que sont leurs lignes\u00a0: «\u00a0{string.Join("\u00a0», «\u00a0", leftOut)}\u00a0».");
        return [.. known.Select((entry, index) => new MappedTable(entry.Table, index > 0 ? entry.Mapping : entry.Mapping.With(entry.Mapping.Columns, [.. entry.Mapping.Warnings, warning], entry.Mapping.IsScanned)))];
    }
}
