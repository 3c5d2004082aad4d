using NodaTime;
using OpsAutomation.Checklists;
using OpsAutomation.Engagements;
using OpsAutomation.Exercises;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Publishing;

namespace OpsAutomation.Documents;

/// <summary>All that documents are filled from.</summary>
public sealed record DocumentContext
{
    /// <summary>The engagement.</summary>
    public required Engagement Engagement { get; init; }

    /// <summary>The KPIs as they stand; empty where nothing was imported.</summary>
    public IReadOnlyList<KpiResult> Kpis { get; init; } = [];

    /// <summary>The milestone plan as it stands, or null.</summary>
    public MilestoneReport? Milestones { get; init; }

    /// <summary>The figures frozen before the engagement began; empty before J+10.</summary>
    public Baseline Baseline { get; init; } = Baseline.Empty;

    /// <summary>
    /// Every KPI of a period, both days included: a pass over the facts, so only for documents that need other days than <see cref="Kpis"/> has; null
    /// where there are no facts.
    /// </summary>
    public Func<LocalDate, LocalDate, IReadOnlyList<KpiResult>>? Figures { get; init; }

    /// <summary>What is recorded of the documents that there are, in every language.</summary>
    public IReadOnlyList<DocumentRecord> Documents { get; init; } = [];

    /// <summary>The checklists that were started, done or not.</summary>
    public IReadOnlyList<Checklist> Checklists { get; init; } = [];

    /// <summary>The exercises of playbooks and of the continuity plan.</summary>
    public IReadOnlyList<Exercise> Exercises { get; init; } = [];

    /// <summary>The pages of wikis that documents were published to.</summary>
    public IReadOnlyList<PublishedPage> Pages { get; init; } = [];

    /// <summary>The imports so far.</summary>
    public IReadOnlyList<ImportSource> Imports { get; init; } = [];

    /// <summary>Decisions, actions, risks, comments and improvements, open and closed.</summary>
    public IReadOnlyList<LogItem> Log { get; init; } = [];

    /// <summary>The facts, for documents that count what is in them; null where there are none to look at.</summary>
    public IFactSource? Facts { get; init; }

    /// <summary>Today in the engagement's time zone.</summary>
    public required LocalDate Today { get; init; }

    /// <summary>The language to write in.</summary>
    public required Language Language { get; init; }

    /// <summary>
    /// How numbers and dates are written: as the engagement's own locale says in its own language, else as the country of the engagement
    /// is likely to read the other language (a French client's English documents write 23 November, not November 23).
    /// </summary>
    public Locale Locale => LocaleOf(Engagement, Language);

    /// <summary>How numbers and dates are written in the documents of an engagement in a language.</summary>
    internal static Locale LocaleOf(Engagement engagement, Language language) => language == engagement.Language
        ? engagement.Locale
        : (language, engagement.Country) switch
        {
            (Language.French, "CA") => Locale.FrCa,
            (Language.French, "BE") => Locale.FrBe,
            (Language.French, "CH") => Locale.FrCh,
            (Language.French, _) => Locale.FrFr,
            (_, "CA") => Locale.EnCa,
            (_, "US") => Locale.EnUs,
            _ => Locale.EnGb,
        };
}
