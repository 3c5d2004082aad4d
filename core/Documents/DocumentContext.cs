using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;

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

    /// <summary>Decisions, actions, risks and comments, open and closed.</summary>
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
    public Locale Locale => Language == Engagement.Language
        ? Engagement.Locale
        : (Language, Engagement.Country) switch
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
