namespace OpsAutomation.Exports;

/// <summary>Abandons a segment since a value left its column's mark or order open: the table is mapped from all its values, then read again.</summary>
internal sealed class UndecidedException(MappedTable table) : Exception("The columns have to be decided from all values.")
{
    public MappedTable Table { get; } = table;
}
