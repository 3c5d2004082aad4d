using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Framing;

/// <summary>A handoff between two processes.</summary>
/// <param name="From">The process that hands over.</param>
/// <param name="To">The one that goes on.</param>
/// <param name="Handoff">What is handed over, and what goes wrong.</param>
public sealed record MappedHandoff(Process From, Process To, ProcessHandoff Handoff)
{
    /// <summary>Whether the owner changes, or one of both is not known: where work waits and is misunderstood.</summary>
    public bool ChangesHands => From.Owner is null || !string.Equals(From.Owner, To.Owner, StringComparison.OrdinalIgnoreCase);
}
