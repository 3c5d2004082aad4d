namespace OpsAutomation.Kpis.Deals;

/// <summary>What a reader of deal KPIs must know.</summary>
internal static class DealWarnings
{
    /// <summary>Deals that a sum cannot hold.</summary>
    public static LocalizedText? WithoutAmount(int count) => count == 0
        ? null
        : new($"{count} deals have no amount.", $"{count} affaires n'ont pas de montant.");

    /// <summary>Open deals that a weighted sum cannot hold.</summary>
    public static LocalizedText? WithoutProbability(int count) => count == 0
        ? null
        : new($"{count} open deals have no probability.", $"{count} affaires en cours n'ont pas de probabilité.");

    /// <summary>Durations below zero.</summary>
    public static LocalizedText? Negative(int count) => count == 0
        ? null
        : new(
            $"{count} deals have a close date before their create date; their negative durations are counted as they are.",
            $"{count} affaires ont une date de clôture antérieure à leur création\u00a0; leurs durées négatives sont comptées telles quelles.");
}
