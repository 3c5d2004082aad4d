using OpsAutomation.Logbook;

namespace OpsAutomation.Ops.Commands;

/// <summary>How the commands of the logbook name its kinds.</summary>
internal static class LogWords
{
    /// <summary>The word of the command line.</summary>
    public static string CommandOf(LogKind kind) => kind switch
    {
        LogKind.Decision => "decision",
        LogKind.Action => "action",
        LogKind.Risk => "risk",
        LogKind.Improvement => "improvement",
        _ => "comment",
    };

    /// <summary>What the group of commands is for.</summary>
    public static LocalizedText SummaryOf(LogKind kind) => kind switch
    {
        LogKind.Decision => new("Decisions: awaited and taken.", "Les décisions, attendues et prises."),
        LogKind.Action => new("Actions: what somebody will do.", "Les actions que quelqu'un va mener."),
        LogKind.Improvement => new("Improvements: a problem, its cause, a change, and what its review finds.", "Les améliorations : un problème, sa cause, un changement, et ce que sa revue constate."),
        _ => new("Risks: what could go wrong.", "Les risques : ce qui pourrait mal tourner."),
    };

    /// <summary>What to say where a list is empty.</summary>
    public static LocalizedText NoneOf(LogKind kind) => kind switch
    {
        LogKind.Decision => new("No open decision.", "Aucune décision en attente."),
        LogKind.Action => new("No open action.", "Aucune action en cours."),
        LogKind.Improvement => new("No improvement under way.", "Aucune amélioration en cours."),
        _ => new("No open risk.", "Aucun risque ouvert."),
    };
}
