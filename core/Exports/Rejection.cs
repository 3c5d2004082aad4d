namespace OpsAutomation.Exports;

/// <summary>Why one row could not be used: where it is, never what it holds.</summary>
/// <param name="File">The file, or the entry of a zip.</param>
/// <param name="Sheet">The sheet of a workbook, or null.</param>
/// <param name="Line">The line, or row of a sheet, from 1.</param>
/// <param name="Column">The column at fault, or null where the row as a whole is.</param>
/// <param name="Reason">The stable code of the reason.</param>
public readonly record struct Rejection(string File, string? Sheet, int Line, string? Column, string Reason);
