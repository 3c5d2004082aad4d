using OpsAutomation.Engagements;

namespace OpsAutomation.Boards;

/// <summary>One client in the portfolio.</summary>
public sealed record PortfolioLine
{
    /// <summary>The engagement's id.</summary>
    public required EngagementId Engagement { get; init; }

    /// <summary>The client's name, or the id where the file has errors.</summary>
    public required string Client { get; init; }

    /// <summary>The state and the day of the plan, in words.</summary>
    public required string State { get; init; }

    /// <summary>How much it needs attention: the greater, the more; 0 for not at all.</summary>
    public required int Weight { get; init; }

    /// <summary>What needs attention, in words, the heaviest first; empty for nothing.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>The next milestone and its due date, in words; empty for none.</summary>
    public string Next { get; init; } = "";
}
