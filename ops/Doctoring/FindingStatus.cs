namespace OpsAutomation.Ops.Doctoring;

/// <summary>How what was checked is.</summary>
internal enum FindingStatus
{
    /// <summary>As it should be.</summary>
    Ok,

    /// <summary>It works, and somebody should look at it.</summary>
    Warn,

    /// <summary>Something does not work, or soon will not.</summary>
    Fail,
}
