namespace OpsAutomation.Kpis;

/// <summary>Statuses of KPIs as a symbol and a word, so that neither colour nor the sight of a symbol is needed; the one place that words them.</summary>
public static class KpiStatusWords
{
    /// <summary>The symbol, or nothing where there is no judgement.</summary>
    public static string Symbol(KpiStatus status) => status switch
    {
        KpiStatus.OnTarget => "✓",
        KpiStatus.AtRisk => "▲",
        KpiStatus.OffTarget => "✕",
        _ => "",
    };

    /// <summary>The word.</summary>
    public static LocalizedText Word(KpiStatus status) => status switch
    {
        KpiStatus.OnTarget => new("on target", "dans la cible"),
        KpiStatus.AtRisk => new("at risk", "à surveiller"),
        KpiStatus.OffTarget => new("off target", "hors cible"),
        KpiStatus.NoTarget => new("no target", "sans cible"),
        _ => new("no data", "pas de données"),
    };

    /// <summary>The word for a result: one with a target that is not judged says why.</summary>
    public static LocalizedText Word(KpiResult kpi) => kpi is not { Status: KpiStatus.NoTarget, Target: not null } ? Word(kpi.Status)
        : kpi.SampleSize is < KpiResult.EnoughAnswers ? new($"fewer than {KpiResult.EnoughAnswers} answers", $"moins de {KpiResult.EnoughAnswers}\u00a0réponses")
        : new("not rated", "sans statut");

    /// <summary>Symbol and word.</summary>
    public static LocalizedText Marked(KpiStatus status) => Marked(Symbol(status), Word(status));

    /// <summary>Symbol and word of a result; null has no data.</summary>
    public static LocalizedText Marked(KpiResult? kpi) => kpi is null ? Word(KpiStatus.NoData) : Marked(Symbol(kpi.Status), Word(kpi));

    private static LocalizedText Marked(string symbol, LocalizedText word) => symbol.Length == 0 ? word : new($"{symbol} {word.En}", $"{symbol} {word.Fr}");
}
