namespace OpsAutomation.Documents.Framing;

/// <summary>Why a figure is a lever.</summary>
public enum LeverKind
{
    /// <summary>It misses its target by the largest share.</summary>
    Worst,

    /// <summary>It got worse by the largest share.</summary>
    Decline,

    /// <summary>It is worth the most money over a quarter.</summary>
    Money,
}
