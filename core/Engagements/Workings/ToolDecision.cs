namespace OpsAutomation.Engagements;

/// <summary>What becomes of a tool.</summary>
public enum ToolDecision
{
    /// <summary>It stays.</summary>
    Keep,

    /// <summary>Another takes its place.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Drop,
}
