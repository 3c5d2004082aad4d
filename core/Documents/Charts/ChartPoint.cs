namespace OpsAutomation.Documents.Charts;

/// <summary>A place on a chart's axis of time.</summary>
/// <param name="Label">What stands under it.</param>
/// <param name="Value">The figure; null is a gap, never zero.</param>
/// <param name="Target">The target valid then, the lower end of a range; or null.</param>
/// <param name="UpTo">The upper end of a target range, or null.</param>
internal sealed record ChartPoint(string Label, decimal? Value, decimal? Target = null, decimal? UpTo = null);
