namespace OpsAutomation.Kpis;

/// <summary>The length of a KPI's period.</summary>
public enum Grain
{
    /// <summary>The ISO week, Monday to Sunday.</summary>
    Week,

    /// <summary>The calendar month.</summary>
    Month,

    /// <summary>Rolling days that end on the day asked for: 90 unless the KPI says otherwise.</summary>
    Rolling,
}
