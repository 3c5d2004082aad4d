using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>A tool that the client uses.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Owner">The id of the person responsible, or null.</param>
/// <param name="MonthlyCost">Its cost a month in the engagement's currency, or null.</param>
/// <param name="Kept">Whether it stays.</param>
public sealed record Tool(string Name, string? Purpose = null, string? Owner = null, decimal? MonthlyCost = null, bool Kept = true)
{
    /// <summary>What it does, in the client's own words, so that two tools for the same thing are found; empty takes the purpose.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What it is for as documents say it: its purpose, else its categories; null where the file says neither.</summary>
    public string? Use => Purpose ?? (Categories.Count > 0 ? string.Join(", ", Categories) : null);

    /// <summary>How its data are backed up: where to, how often, by whom; null where nobody said.</summary>
    public string? Backup { get; init; }

    /// <summary>The day on which a restoration was last tried, or null.</summary>
    public LocalDate? Restored { get; init; }
}
