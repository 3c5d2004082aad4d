using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Something that runs by itself in the client's tools.</summary>
public sealed record Automation
{
    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>What starts it, or null.</summary>
    public string? Trigger { get; init; }

    /// <summary>What it does, or null.</summary>
    public string? Does { get; init; }

    /// <summary>Where it runs, or null.</summary>
    public string? Tool { get; init; }

    /// <summary>The id of the person responsible, or null.</summary>
    public string? Owner { get; init; }

    /// <summary>What breaks if it stops, or null.</summary>
    public string? Breaks { get; init; }

    /// <summary>What people do meanwhile, or null.</summary>
    public string? Fallback { get; init; }

    /// <summary>Whether work stops the same day without it.</summary>
    public bool Critical { get; init; }

    /// <summary>The day that it was last tried out, or null.</summary>
    public LocalDate? Tested { get; init; }
}
