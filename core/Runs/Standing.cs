using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Exercises;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Publishing;

namespace OpsAutomation.Runs;

/// <summary>Where an engagement stands on a day: what its facts, documents and people add up to.</summary>
public sealed record Standing
{
    /// <summary>The engagement.</summary>
    public required Engagement Engagement { get; init; }

    /// <summary>The day it is looked at from, in the engagement's zone.</summary>
    public required LocalDate At { get; init; }

    /// <summary>The KPIs, each for its last complete period before <see cref="At"/>.</summary>
    public required IReadOnlyList<KpiResult> Kpis { get; init; }

    /// <summary>The 30-60-90 plan.</summary>
    public required MilestoneReport Milestones { get; init; }

    /// <summary>Decisions, actions, risks and comments, open and closed.</summary>
    public required IReadOnlyList<LogItem> Log { get; init; }

    /// <summary>The documents that there are, in every language.</summary>
    public required IReadOnlyList<DocumentRecord> Documents { get; init; }

    /// <summary>The imports so far.</summary>
    public required IReadOnlyList<ImportSource> Imports { get; init; }

    /// <summary>The checklists that were started, done or not.</summary>
    public IReadOnlyList<Checklist> Checklists { get; init; } = [];

    /// <summary>The exercises of playbooks and of the continuity plan.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The pages of wikis that documents were published to.</summary>
    public IReadOnlyList<PublishedPage> Pages { get; init; } = [];

    /// <summary>The facts that all of it comes from; null where they were not opened.</summary>
    public IFactSource? Facts { get; init; }

    /// <summary>The figures frozen before the engagement began.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>Every KPI of a period, both days included: a pass over the facts. Null where there are none.</summary>
    public Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>>? Figures { get; init; }

    /// <summary>What documents in a language are filled from.</summary>
    public DocumentContext ForDocuments(Language language) => new()
    {
        Engagement = Engagement,
        Kpis = Kpis,
        Milestones = Milestones,
        Log = Log,
        Facts = Facts,
        Baseline = Baseline,
        Figures = Figures,
        Documents = Documents,
        Checklists = Checklists,
        Pages = Pages,
        Exercises = Exercises,
        Imports = Imports,
        Today = At,
        Language = language,
    };
}
