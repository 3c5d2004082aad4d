using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping;

/// <summary>Puts what a person decided over what was detected.</summary>
internal static class MapApplication
{
    internal static void Apply(MappingOverride? map, ExportTable table, InputSchema schema, ColumnAssignment assignment, TableSample sample)
    {
        if (map is null)
            return;
        var faults = new MapFaults();
        foreach (var (header, field) in map.Columns.OrderBy(entry => entry.Value is not null))
        {
            faults.Collect(map.Lines.GetValueOrDefault(header), () =>
            {
                var column = Locate(map, table, header, sample);
                assignment.DropColumn(column);
                if (field is null)
                    return;
                var input = schema.Find(field) ?? throw NoSuchField(map, schema, header, field);
                assignment.Set(input.Name, column, 1m);
            });
        }

        faults.ThrowIfAny();
    }

    private static string Place(MappingOverride map, string header, string en) => $"{map.File}, {(map.Lines.TryGetValue(header, out var line) ? $"{en} {line}, " : "")}";

    private static int Locate(MappingOverride map, ExportTable table, string header, TableSample sample)
    {
        var key = HeaderName.Key(header);
        var found = Enumerable.Range(0, table.Header.Count).Where(index => string.Equals(table.Header[index].Trim(), header.Trim(), StringComparison.Ordinal)).ToList();
        if (found.Count == 0)
            found = [.. Enumerable.Range(0, table.Header.Count).Where(index => HeaderName.Key(table.Header[index]) == key)];
        if (found.Count == 0 && header.StartsWith('#') && int.TryParse(header[1..], out var place) && place >= 1 && place <= table.Header.Count)
            return place - 1;
        if (found.Count == 0)
        {
            throw OpsException.Refused(
                $"{Place(map, header, "line")}field `columns`: {table.FileName} has no column “{header}”. Its columns: {string.Join(", ", table.Header)}.",
                $"{Place(map, header, "ligne")}champ `columns`\u00a0: {table.FileName} n’a pas de colonne «\u00a0{header}\u00a0». Ses colonnes\u00a0: {string.Join(", ", table.Header)}.");
        }

        return found.Find(index => sample.Columns[index].Count > 0) is var filled && found.Contains(filled) && sample.Columns[filled].Count > 0 ? filled : found[0];
    }

    private static OpsException NoSuchField(MappingOverride map, InputSchema schema, string header, string field)
    {
        var names = string.Join(", ", schema.Inputs.Select(input => input.Name));
        return OpsException.Refused(
            $"{Place(map, header, "line")}field `columns.{header}`: {schema.Type} has no field `{field}`; expected `ignore` or one of {names}.",
            $"{Place(map, header, "ligne")}champ `columns.{header}`\u00a0: {schema.Type} n’a pas de champ `{field}`\u00a0; attendu\u00a0: `ignore` ou un champ parmi {names}.");
    }
}
