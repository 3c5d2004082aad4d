namespace OpsAutomation.Exports.Mapping;

/// <summary>What became of one value.</summary>
internal enum ReadResult : byte
{
    /// <summary>It was read, or is missing.</summary>
    Done,

    /// <summary>Its column has to be decided first.</summary>
    Undecided,

    /// <summary>It is not of its column's kind.</summary>
    Unreadable,
}
