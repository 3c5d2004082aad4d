using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;

namespace OpsAutomation.Boards;

/// <summary>Weighs what a client needs: what is late before what is off target, what is off target before what is only at risk.</summary>
internal static class PortfolioComposer
{
    // What cannot be read at all comes before everything that can.
    private const int Broken = 1000;

    /// <summary>The line of an engagement.</summary>
    /// <param name="standing">Where it stands.</param>
    /// <param name="locale">The reader's.</param>
    /// <param name="overdueDigests">The digests that should have left and have not.</param>
    public static PortfolioLine Compose(Standing standing, Locale locale, int overdueDigests = 0)
    {
        var reader = BoardComposer.ReaderOf(standing, locale);
        var followed = BoardComposer.Followed(standing);
        var overdue = standing.Log.Where(item => item.Open && item.Due < standing.At).ToList();
        List<(int Count, int Weight, string Text)> needs =
        [
            Need(overdueDigests, 6, count => reader.Say(
                $"{count} {(count == 1 ? "digest has" : "digests have")} not left", $"{count} {(count < 2 ? "point hebdomadaire n'est pas parti" : "points hebdomadaires ne sont pas partis")}")),
            Need(standing.Milestones.Milestones.Count(one => one.Status == MilestoneState.Late), 5, count => reader.Say(
                $"{count} {(count == 1 ? "milestone" : "milestones")} late", $"{count} {(count < 2 ? "jalon" : "jalons")} en retard")),
            Need(overdue.Count(item => item.Kind == LogKind.Decision), 4, count => reader.Say(
                $"{count} {(count == 1 ? "decision" : "decisions")} overdue", $"{count} {(count < 2 ? "décision" : "décisions")} en attente après l'échéance")),
            Need(followed.Count(kpi => kpi.Status == KpiStatus.OffTarget), 3, count => reader.Say(
                $"{count} {(count == 1 ? "KPI" : "KPIs")} off target", $"{count} {(count < 2 ? "indicateur" : "indicateurs")} hors cible")),
            Need(overdue.Count(item => item.Kind == LogKind.Action), 2, count => reader.Say(
                $"{count} {(count == 1 ? "action" : "actions")} late", $"{count} {(count < 2 ? "action" : "actions")} en retard")),
            Need(reader.Context.Sources.Count(source => source.IsStale(standing.At)), 2, count => reader.Say(
                $"{count} {(count == 1 ? "source" : "sources")} stale or missing", $"{count} {(count < 2 ? "source ancienne ou manquante" : "sources anciennes ou manquantes")}")),
            Need(standing.Milestones.Milestones.Count(one => one.Status == MilestoneState.AtRisk), 2, count => reader.Say(
                $"{count} {(count == 1 ? "milestone" : "milestones")} at risk", $"{count} {(count < 2 ? "jalon" : "jalons")} à surveiller")),
            Need(followed.Count(kpi => kpi.Status == KpiStatus.AtRisk), 1, count => reader.Say(
                $"{count} {(count == 1 ? "KPI" : "KPIs")} at risk", $"{count} {(count < 2 ? "indicateur" : "indicateurs")} à surveiller")),
            Need(standing.Log.Count(item => item.Open && item.Kind == LogKind.Decision && !(item.Due < standing.At)), 1, count => reader.Say(
                $"{count} {(count == 1 ? "decision" : "decisions")} needed", $"{count} {(count < 2 ? "décision attendue" : "décisions attendues")}")),
        ];
        var there = needs.Where(need => need.Count > 0).ToList();
        // A closed engagement needs nothing, whatever its last figures say.
        var open = standing.Engagement.State != EngagementState.Closed;
        return new()
        {
            Engagement = standing.Engagement.Id,
            Client = CleanText.OneLine(standing.Engagement.Name),
            State = $"{StateOf(standing.Engagement.State, reader)} · {locale.PlanDay(Period.DaysBetween(standing.Milestones.Start, standing.At))}",
            Weight = open ? there.Sum(need => need.Count * need.Weight) : -1,
            Reasons = open ? [.. there.Select(need => need.Text)] : [],
            Next = open ? NextOf(standing.Milestones, reader) : "",
        };
    }

    public static PortfolioLine Unreadable(EngagementId engagement, OpsException failure, Language language) => new()
    {
        Engagement = engagement,
        Client = engagement.Value,
        State = language == Language.French ? "ne peut pas être lue" : "cannot be read",
        Weight = Broken,
        Reasons = [failure.Text.In(language)],
    };

    private static (int Count, int Weight, string Text) Need(int count, int weight, Func<int, string> text) => (count, weight, text(count));

    private static string NextOf(MilestoneReport plan, DigestReader reader) =>
        plan.Milestones.FirstOrDefault(one => one.Status is not (MilestoneState.Done or MilestoneState.DoneLate)) is { } next
            ? $"{reader.Locale.PlanDay(next.Day)} · {reader.Locale.ShortDate(next.Due)}"
            : "";

    private static string StateOf(EngagementState state, DigestReader reader) => state switch
    {
        EngagementState.Framing => reader.Say("framing", "cadrage"),
        EngagementState.Handover => reader.Say("handover", "passation"),
        EngagementState.Closed => reader.Say("closed", "terminée"),
        _ => reader.Say("active", "en cours"),
    };
}
