namespace OpsAutomation.Exports.Reading;

/// <summary>Where a field lies in its row's bytes.</summary>
internal readonly record struct FieldSpan(int Start, int Length);
