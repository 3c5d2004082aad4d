namespace OpsAutomation.Digests;

/// <summary>What a line below the table is about.</summary>
public enum DigestLineKind
{
    /// <summary>The 30-60-90 plan.</summary>
    Plan,

    /// <summary>What is late and who owns it.</summary>
    Late,

    /// <summary>Open risks.</summary>
    Risks,

    /// <summary>Documents published.</summary>
    Documents,

    /// <summary>Events that endpoints did not get: for the OBM alone.</summary>
    Undelivered,

    /// <summary>Sources: rows, rejections, age.</summary>
    Sources,
}
