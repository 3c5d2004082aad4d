namespace OpsAutomation.Exports.Mapping;

/// <summary>What an export is and how it would be imported, without any value of it.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Tables">Its tables, in their order; at least one.</param>
public sealed record Inspection(string File, IReadOnlyList<TableInspection> Tables)
{
    /// <summary>The table that matters most: the first that becomes facts, else the first.</summary>
    public TableInspection Main => Tables.FirstOrDefault(table => table.Mapping.Fact is not null) ?? Tables[0];
}
