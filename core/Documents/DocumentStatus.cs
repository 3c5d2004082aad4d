namespace OpsAutomation.Documents;

/// <summary>Where a document stands in its life. That one is due for review follows from the day: <see cref="DocumentRecord.IsDueOn"/>.</summary>
public enum DocumentStatus
{
    /// <summary>Proposed: nobody works by it yet.</summary>
    Draft,

    /// <summary>In force.</summary>
    Live,

    /// <summary>No longer in force; kept for the record.</summary>
    Retired,

    /// <summary>Approved, and in force from a day to come.</summary>
    Approved,
}
