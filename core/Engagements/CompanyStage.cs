namespace OpsAutomation.Engagements;

/// <summary>Where a client company stands in its life: it decides, with its size, whether an OBM or a COO fits.</summary>
public enum CompanyStage
{
    /// <summary>Looking for its customers: the offer still changes.</summary>
    Launch,

    /// <summary>More work than the way of working bears.</summary>
    Growth,

    /// <summary>Several teams, managers to be led and figures to be held.</summary>
    Structuring,

    /// <summary>A sale, a succession, a merger or a crisis.</summary>
    Transition,
}
