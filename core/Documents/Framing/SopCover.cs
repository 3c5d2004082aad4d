namespace OpsAutomation.Documents.Framing;

/// <summary>Whether a procedure says how a process runs.</summary>
public enum SopCover
{
    /// <summary>None is named.</summary>
    None,

    /// <summary>One is named that the document plan does not hold.</summary>
    Unplanned,

    /// <summary>One of the document plan, or one kept elsewhere.</summary>
    Covered,
}
