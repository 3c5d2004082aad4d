namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>One worksheet of a workbook.</summary>
/// <param name="Name">The name on its tab.</param>
/// <param name="Path">Its part in the archive.</param>
/// <param name="IsHidden">Whether people do not see it.</param>
/// <param name="HasPivot">Whether a pivot table is shown on it.</param>
internal sealed record SheetPart(string Name, string Path, bool IsHidden, bool HasPivot);
