namespace OpsAutomation.Azure.Graph.Turns;

/// <summary>
/// What the instances of the app have agreed on for one mailbox: who is at it, and what left in the last minute. Collection
/// <c>mailbox-turns</c> of <c>_app</c>, since a mailbox may be several engagements'. It names no mailbox: the id is a hash of it.
/// </summary>
internal sealed record TurnRecord
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    // Longer than any lease that settings allow: what is later was written by a clock that was wrong, and must not hold a mailbox for days.
    private static readonly TimeSpan Believed = TimeSpan.FromMinutes(21);

    /// <summary>Who is at the mailbox.</summary>
    public IReadOnlyList<TurnSlot> Slots { get; init; } = [];

    /// <summary>When messages left, in order: not before their sending was answered, so that the mailbox never counts fewer than we do.</summary>
    public IReadOnlyList<DateTimeOffset> Sent { get; init; } = [];

    /// <summary>Until when the mailbox asked not to be asked; null where it did not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>
    /// As it is at a moment: without what is over. A turn that nobody gave back is over with its lease, and counts as if it had sent at its very end.
    /// </summary>
    public TurnRecord At(DateTimeOffset now)
    {
        var ended = Slots.Where(slot => slot.Until <= now && slot.Sends).Select(slot => slot.Until);
        return new()
        {
            Slots = [.. Slots.Where(slot => slot.Until > now && slot.Until <= now + Believed)],
            Sent = [.. Sent.Concat(ended).Where(moment => moment > now - Minute && moment <= now + Believed).Order()],
            PausedUntil = PausedUntil > now ? PausedUntil : null,
        };
    }

    /// <summary>How long there is no room for a message among those of the minute: zero where there is, null where that is not known yet.</summary>
    /// <param name="now">The moment that the record is of.</param>
    /// <param name="mailPerMinute">The messages that may leave in a minute.</param>
    public TimeSpan? UntilRoomToSend(DateTimeOffset now, int mailPerMinute)
    {
        var tooMany = Sent.Count + Slots.Count(slot => slot.Sends) - mailPerMinute;
        return tooMany < 0 ? TimeSpan.Zero : tooMany < Sent.Count ? Sent[tooMany] + Minute - now : null;
    }

    /// <summary>With a turn taken, or held for longer.</summary>
    public TurnRecord With(TurnSlot slot) => this with { Slots = [.. Slots.Where(other => other.Id != slot.Id), slot] };

    /// <summary>With a turn given back.</summary>
    /// <param name="id">Whose it was.</param>
    /// <param name="sent">When its message left; null for none.</param>
    /// <param name="pausedUntil">Until when the mailbox asked not to be asked; null where it did not.</param>
    public TurnRecord Without(string id, DateTimeOffset? sent, DateTimeOffset? pausedUntil) => new()
    {
        Slots = [.. Slots.Where(slot => slot.Id != id)],
        Sent = sent is { } moment ? [.. Sent.Append(moment).Order()] : Sent,
        PausedUntil = pausedUntil is { } pause && !(PausedUntil > pause) ? pause : PausedUntil,
    };
}
