namespace OpsAutomation.Mornings;

/// <summary>How soon an item wants attention; the order is that of the list.</summary>
public enum MorningUrgency
{
    /// <summary>Something stands still until she acts: a failed message, a digest that waits for its approval.</summary>
    Blocked,

    /// <summary>Due before today.</summary>
    Late,

    /// <summary>Due today.</summary>
    Today,

    /// <summary>A figure that misses its target by more than its threshold.</summary>
    OffTarget,

    /// <summary>Due within a week, or at risk.</summary>
    Soon,

    /// <summary>Without a date: data grown old, a decision that nobody set a day for.</summary>
    Undated,
}
