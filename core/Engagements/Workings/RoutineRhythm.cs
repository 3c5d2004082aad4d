namespace OpsAutomation.Engagements;

/// <summary>How often a routine takes place.</summary>
public enum RoutineRhythm
{
    /// <summary>Every week.</summary>
    Week,

    /// <summary>Every other week, counted from the start of the engagement.</summary>
    Fortnight,

    /// <summary>Once a month.</summary>
    Month,

    /// <summary>Once in a quarter of the fiscal year.</summary>
    Quarter,
}
