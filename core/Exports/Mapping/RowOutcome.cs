namespace OpsAutomation.Exports.Mapping;

/// <summary>What became of one row.</summary>
/// <param name="Kind">The outcome.</param>
/// <param name="Column">The column at fault, or null.</param>
/// <param name="ReasonCode">Why it was rejected: one of <see cref="RowReasons"/> or of the reader's defects; null where it was not.</param>
public readonly record struct RowOutcome(RowOutcomeKind Kind, string? Column = null, string? ReasonCode = null)
{
    /// <summary>The record was filled.</summary>
    public bool Accepted => Kind == RowOutcomeKind.Accepted;

    /// <summary>The line is no record, such as a total that only its content shows: it is not counted.</summary>
    public bool NotARow => Kind == RowOutcomeKind.NotARow;

    /// <summary>
    /// A value leaves the decimal mark, the date order or the unit of its column open: take back all rows of this table, ask
    /// <see cref="TableMapping.Scan"/> for a mapping that was decided from all values, and convert again.
    /// </summary>
    public bool Undecided => Kind == RowOutcomeKind.Undecided;

    internal static RowOutcome Rejected(string? column, string reason) => new(RowOutcomeKind.Rejected, column, reason);
}
