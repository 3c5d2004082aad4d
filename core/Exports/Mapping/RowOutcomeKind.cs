namespace OpsAutomation.Exports.Mapping;

/// <summary>What can become of a row.</summary>
public enum RowOutcomeKind : byte
{
    /// <summary>It is a fact.</summary>
    Accepted,

    /// <summary>It cannot be used, with a reason.</summary>
    Rejected,

    /// <summary>It is no record.</summary>
    NotARow,

    /// <summary>The columns have to be decided first.</summary>
    Undecided,
}
