namespace OpsAutomation.Documents;

/// <summary>Where a document stands in its life.</summary>
public enum DocumentStatus
{
    /// <summary>Proposed: nobody works by it yet.</summary>
    Draft,

    /// <summary>In force.</summary>
    Live,

    /// <summary>No longer in force; kept for the record.</summary>
    Retired,
}
