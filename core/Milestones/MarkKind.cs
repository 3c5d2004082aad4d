namespace OpsAutomation.Milestones;

/// <summary>What happened to a milestone or criterion.</summary>
public enum MarkKind
{
    /// <summary>A person said that it is done.</summary>
    Done,

    /// <summary>A person took that back.</summary>
    Reopened,

    /// <summary>An automatic criterion was found to hold.</summary>
    Met,

    /// <summary>An automatic criterion was found not to hold any more, before its milestone was done.</summary>
    Unmet,

    /// <summary>All criteria of a milestone were found met: it stays done until it is reopened.</summary>
    Achieved,
}
