namespace OpsAutomation.Locales;

/// <summary>The order of day and month in a numeric date.</summary>
public enum DateOrder
{
    /// <summary>31/12/2026.</summary>
    DayFirst,

    /// <summary>12/31/2026.</summary>
    MonthFirst,

    /// <summary>2026-12-31.</summary>
    YearFirst,
}
