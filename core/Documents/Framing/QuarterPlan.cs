using NodaTime;
using OpsAutomation.Documents.Calendars;
using OpsAutomation.Documents.Models;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Logbook;

namespace OpsAutomation.Documents.Framing;

/// <summary>
/// The plan for the quarter after the one under way: three priorities out of the levers, the open risks and the backlog, and what has to wait. Two
/// levers and a risk come first; where there are fewer, the third lever, the backlog and further risks follow in this order.
/// </summary>
public sealed record QuarterPlan
{
    private const int Chosen = 3;
    private const int Waiting = 4;
    private const int FirstStepDays = 7;

    /// <summary>The quarter.</summary>
    public required FiscalQuarter Quarter { get; init; }

    /// <summary>The priorities, at most three.</summary>
    public required IReadOnlyList<Priority> Priorities { get; init; }

    /// <summary>The candidates that were not chosen, at most four.</summary>
    public required IReadOnlyList<Priority> Later { get; init; }

    /// <summary>Plans the quarter after the day of a document.</summary>
    public static QuarterPlan Of(DocumentContext context)
    {
        var quarter = FiscalQuarter.Of(context.Today, context.Engagement.FiscalYearStartMonth).Next;
        var diagnosis = Diagnosis.Of(context);
        var days = WorkingDays.Of(context.Engagement);
        var first = days.OnOrAfter(quarter.From.PlusDays(FirstStepDays));
        LocalDate Start(LocalDate? by) => by is { } day && day >= quarter.From && day <= quarter.To ? day : first;

        var levers = diagnosis.Levers.Select(lever => OfLever(context, lever, diagnosis.Remedies.GetValueOrDefault(lever.Kpi.Id), Start)).ToList();
        var risks = LogLines.Open(context, LogKind.Risk).Select(risk => OfRisk(context, risk, Start)).ToList();
        var items = BacklogRanking.Of(context.Engagement.Backlog)
            .Where(row => !diagnosis.Remedies.Values.Contains(row.Item) && diagnosis.Levers.All(lever => lever.Kpi.Id != row.Item.Kpi))
            .Select(row => OfItem(context, row, Start)).ToList();
        List<Priority> candidates = [.. levers.Take(2), .. risks.Take(1), .. levers.Skip(2), .. items, .. risks.Skip(1)];
        return new() { Quarter = quarter, Priorities = [.. candidates.Take(Chosen)], Later = [.. candidates.Skip(Chosen).Take(Waiting)] };
    }

    private static Priority OfLever(DocumentContext context, Lever lever, BacklogItem? remedy, Func<LocalDate?, LocalDate> start)
    {
        var french = context.Language == Language.French;
        var goal = lever.Kpi.Target is null
            ? french ? $"retrouver {Figure(context, lever.Kpi, lever.Against)}" : $"back to {Figure(context, lever.Kpi, lever.Against)}"
            : KpiLines.Goal(context, lever.Kpi.Id, lever.Kpi);
        return new(
            lever.Kpi.Label.In(context.Language),
            LeverLines.Reason(lever).In(context.Language) + (french ? " : " : ": ") + LeverLines.Arithmetic(context, lever),
            lever.Kpi.Owner,
            lever.Kpi.Id,
            goal,
            remedy?.Title ?? FirstSteps.Of(lever.Kpi.Id).In(context.Language),
            start(remedy?.By));
    }

    private static Priority OfRisk(DocumentContext context, LogItem risk, Func<LocalDate?, LocalDate> start)
    {
        var french = context.Language == Language.French;
        return new(
            risk.Text,
            (french ? "risque ouvert " : "open risk ") + risk.Id,
            risk.Owner,
            risk.Kpi,
            risk.Kpi is { } kpi ? Goal(context, kpi) : french ? "risque clos, ou accepté par écrit" : "risk closed, or accepted in writing",
            risk.Recommendation ?? (french ? "Écrire la réponse, son coût et le signal qui prévient" : "Write the response, its cost and the signal that warns"),
            start(risk.Due));
    }

    private static Priority OfItem(DocumentContext context, RankedItem row, Func<LocalDate?, LocalDate> start)
    {
        var french = context.Language == Language.French;
        return new(
            row.Item.Title,
            (french ? "backlog, rang " : "backlog, rank ") + row.Rank,
            row.Item.Owner,
            row.Item.Kpi,
            row.Item.Kpi is { } kpi ? Goal(context, kpi) : french ? "fait et constaté" : "done and seen",
            french ? "Réserver les jours, nommer qui constate le résultat" : "Book the days, name who sees the result",
            start(row.Item.By));
    }

    private static string Goal(DocumentContext context, string id)
    {
        var kpi = context.Kpis.FirstOrDefault(kpi => kpi.Id == id);
        var label = (kpi?.Label ?? KpiCatalogue.Find(id, context.Engagement)?.Label)?.In(context.Language) ?? id;
        var goal = KpiLines.Goal(context, id, kpi);
        return goal == "–" ? label : label + " " + goal;
    }

    private static string Figure(DocumentContext context, KpiResult kpi, decimal value) => context.Locale.Kpi(value, kpi.Unit, kpi.Currency);
}
