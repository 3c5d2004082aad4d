namespace OpsAutomation.Exports;

/// <summary>What one column of an import became.</summary>
/// <param name="Name">Its name in the file.</param>
/// <param name="Field">The field that it fills; null where it is not used.</param>
/// <param name="DecimalMark">The decimal mark of its values; null where none shows one.</param>
/// <param name="DateOrder">The form of its dates; null where it has none.</param>
/// <param name="Certainty">How sure the mapping is, 0 to 1.</param>
public sealed record ColumnReport(string Name, string? Field, char? DecimalMark, string? DateOrder, decimal Certainty);
