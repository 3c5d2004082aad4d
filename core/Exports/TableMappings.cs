using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports;

/// <summary>The tables of a file that become facts.</summary>
internal static class TableMappings
{
    /// <exception cref="OpsException">Refused: something is left for a person to decide, or no table can become facts.</exception>
    public static IReadOnlyList<MappedTable> Of(ExportFile file, ImportRequest request, TableMapper mapper)
    {
        var tables = file.Tables.Select(table => new MappedTable(table, mapper.Map(table, request.Profile, request.Map))).ToList();
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
}
