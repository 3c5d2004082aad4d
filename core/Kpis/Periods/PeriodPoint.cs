namespace OpsAutomation.Kpis.Periods;

/// <summary>A period of a series.</summary>
/// <param name="Label"><c>2017-W10</c> or <c>2017-03</c>.</param>
/// <param name="Span">Its days.</param>
internal readonly record struct PeriodPoint(string Label, DaySpan Span);
