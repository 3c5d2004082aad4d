using NodaTime;

namespace OpsAutomation.Audit;

/// <summary>One line of the record of who did what. Ids only: no text, address, value or token of a client.</summary>
public sealed record AuditEntry
{
    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>
    /// Who: the role, id or name that the person gave with <c>--by</c>, <c>recipient ID</c> for the holder of a link,
    /// <see cref="AuditLog.Operator"/> where nobody was named. A mail address in it is left out.
    /// </summary>
    public required string Actor { get; init; }

    /// <summary>What: one of <see cref="AuditAction"/>.</summary>
    public required string Action { get; init; }

    /// <summary>To what: an id, such as <c>J30-3</c>, <c>D-14</c>, a recipient's or a source's.</summary>
    public required string Subject { get; init; }

    /// <summary>What tells a repetition of the same act, which then adds no line; null where moment, actor, action and subject do.</summary>
    public string? Key { get; init; }
}
