namespace OpsAutomation.Engagements;

/// <summary>How often a checklist starts by itself.</summary>
public enum ChecklistCadence
{
    /// <summary>Each working day.</summary>
    Day,

    /// <summary>Once a week: weeks begin on Monday.</summary>
    Week,

    /// <summary>Once a month.</summary>
    Month,

    /// <summary>Once a quarter of the calendar year.</summary>
    Quarter,

    /// <summary>Once a calendar year.</summary>
    Year,
}
