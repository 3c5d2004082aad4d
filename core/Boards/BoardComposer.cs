using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>Says in a reader's words where an engagement stands. Figures read as in the digest, so that nobody learns two notations.</summary>
public static class BoardComposer
{
    /// <summary>The board of an engagement for a reader.</summary>
    public static Board Compose(Standing standing, Locale locale)
    {
        var reader = ReaderOf(standing, locale);
        return new()
        {
            Engagement = standing.Engagement.Id.Value,
            Client = CleanText.OneLine(standing.Engagement.Name),
            Locale = locale,
            Day = $"{locale.LongDate(standing.At)} · {locale.PlanDay(Period.DaysBetween(standing.Milestones.Start, standing.At))}",
            Figures = [.. Followed(standing).Select(kpi => new BoardFigure(FigureComposer.Compose(new KpiView(kpi, reader), reader), Owner(kpi.Owner, reader)) { Remedy = RemedyOf(kpi, standing, locale) })],
            Milestones = [.. standing.Milestones.Milestones.Select(milestone => MilestoneOf(milestone, reader))],
            Late = LateItems.Of(standing, reader),
            Decisions = [.. DecisionComposer.Awaited(reader.Context).Select(item => DecisionOf(item, reader))],
            Checklists = ChecklistProgress.Of(standing, locale),
            Documents = DocumentNews.Of(standing, locale),
            Sources = [.. reader.Context.Sources.Select(source => SourceOf(source, reader))],
            Notes =
            [
                .. Followed(standing).SelectMany(kpi => kpi.Warnings).Concat(standing.Milestones.Warnings)
                    .Select(warning => warning.In(locale.Language)).Distinct(StringComparer.Ordinal),
            ],
        };
    }

    private static Remedy? RemedyOf(KpiResult kpi, Standing standing, Locale locale) =>
        kpi.Status == KpiStatus.OffTarget ? Remedy.Of(standing.Engagement, standing.Documents, kpi.Id, locale.Language) : null;

    /// <summary>The KPIs that the engagement follows, in its order.</summary>
    internal static IReadOnlyList<KpiResult> Followed(Standing standing) =>
    [
        .. standing.Engagement.Kpis.Followed
            .Select(id => standing.Kpis.FirstOrDefault(kpi => string.Equals(kpi.Id, id, StringComparison.OrdinalIgnoreCase)))
            .OfType<KpiResult>(),
    ];

    /// <summary>Who reads a board: nobody in particular, in a language.</summary>
    internal static DigestReader ReaderOf(Standing standing, Locale locale)
    {
        var anybody = new Recipient { Id = "board", Name = "", Email = "", Locale = locale };
        return new(
            DigestContext.Gather(
                standing.Engagement, anybody, standing.At, standing.Kpis, standing.Milestones, standing.Log, standing.Documents, standing.Imports),
            DigestLimits.All[0]);
    }

    /// <summary>The name of who owns something; empty where nobody does.</summary>
    internal static string Owner(string? owner, DigestReader reader) => string.IsNullOrWhiteSpace(owner) ? "" : reader.Person(owner);

    private static BoardMilestone MilestoneOf(MilestoneStatus milestone, DigestReader reader)
    {
        // In a column of symbols none is missing.
        var symbol = MilestoneStateWords.Symbol(milestone.Status) is { Length: > 0 } marked ? marked : milestone.Status == MilestoneState.OnTrack ? "●" : "○";
        var word = MilestoneStateWords.Word(milestone.Status).In(reader.Locale.Language);
        var met = reader.Locale.Number(milestone.Criteria.Count(criterion => criterion.Met), 0);
        var due = reader.Locale.ShortDate(milestone.Due);
        if (milestone.FirstDue != milestone.Due)
            due += reader.Say($" (first {reader.Locale.ShortDate(milestone.FirstDue)})", $" (d'abord {reader.Locale.ShortDate(milestone.FirstDue)})");
        return new(
            reader.Locale.PlanDay(milestone.Day),
            milestone.Title.In(reader.Locale.Language),
            milestone.Status,
            symbol,
            word,
            reader.Say($"{met} of {milestone.Criteria.Count}", $"{met} sur {milestone.Criteria.Count}"),
            due,
            Owner(milestone.Owner, reader));
    }

    private static BoardDecision DecisionOf(Logbook.LogItem item, DigestReader reader)
    {
        var overdue = item.Due < reader.Context.Today;
        var due = item.Due is not { } day ? ""
            : overdue ? reader.Say($"awaited since {reader.Locale.ShortDate(day)}", $"attendue depuis le {reader.Locale.ShortDate(day)}")
            : reader.Say($"by {reader.Locale.ShortDate(day)}", $"avant le {reader.Locale.ShortDate(day)}");
        return new(
            CleanText.OneLine(item.Id),
            CleanText.OneLine(item.Text),
            item.Recommendation is { Length: > 0 } recommendation
                ? reader.Say("Recommendation: ", "Recommandation\u00a0: ") + CleanText.OneLine(recommendation)
                : reader.Say("No recommendation yet.", "Pas encore de recommandation."),
            Owner(item.Owner, reader),
            due,
            overdue);
    }

    private static BoardSource SourceOf(DigestSource source, DigestReader reader)
    {
        var stale = source.IsStale(reader.Context.Today);
        var name = source.Name.Length == 0 ? reader.Say("Readings", "Relevés") : CleanText.OneLine(source.Name);
        if (source.Taken is not { } taken)
            return new(name, reader.Say("never received", "jamais reçue"), "", "", "", true, "✕", reader.Say("missing", "manquante"));
        var days = Period.DaysBetween(taken, reader.Context.Today);
        return new(
            name,
            reader.Locale.ShortDate(taken),
            Age(days, reader),
            reader.Count(source.Rows, "row", "rows", "ligne", "lignes"),
            source.Rejected == 0 ? "" : reader.Count(source.Rejected, "rejected", "rejected", "rejetée", "rejetées"),
            stale,
            stale ? "▲" : "✓",
            stale ? reader.Say("stale", "données anciennes") : reader.Say("up to date", "à jour"));
    }

    private static string Age(int days, DigestReader reader) => days switch
    {
        <= 0 => reader.Say("today", "aujourd'hui"),
        1 => reader.Say("yesterday", "hier"),
        _ => reader.Say($"{reader.Locale.Number(days, 0)} days ago", $"il y a {reader.Locale.Number(days, 0)}\u00a0jours"),
    };
}
