using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis;

/// <summary>Computes every KPI of an engagement for a request, in one pass over the facts of each type.</summary>
public static class KpiEngine
{
    private const int LongestPeriod = 36_600;

    /// <summary>Computes the catalogue's KPIs and the engagement's own, in that order.</summary>
    /// <param name="engagement">The engagement: targets, owners, marks, accounts, holidays.</param>
    /// <param name="facts">The current facts.</param>
    /// <param name="request">The days asked for.</param>
    /// <param name="history">Kept figures of days whose values were overwritten.</param>
    /// <param name="operations">What documents and milestones add up to; null where that is not known.</param>
    /// <exception cref="OpsException">The days asked for make no period.</exception>
    public static IReadOnlyList<KpiResult> Compute(
        Engagement engagement, IFactSource facts, KpiRequest request, KpiHistory? history = null, OperationsFigures? operations = null)
    {
        Check(request);
        var coverage = new Dictionary<FactType, Coverage>();
        Coverage CoverageOf(FactType type) => coverage.TryGetValue(type, out var known) ? known : coverage[type] = Coverage.Of(type, facts.Imports);

        var definitions = KpiCatalogue.Of(engagement);
        var plans = definitions.ToDictionary(
            definition => definition.Id, definition => Plan(definition, request, CoverageOf), StringComparer.OrdinalIgnoreCase);
        var range = plans.Values.Select(plan => plan.Range).Aggregate((hull, span) => hull.Hull(span));
        var readings = ReadingBook.Read(facts);
        var context = new PassContext(
            engagement, request.At, range, plans, CoverageOf, new(engagement.Kpis.Targets), WorkingDays.Of(engagement), facts.Imports, readings);
        var passes = FactPasses.Run(context, facts, operations);
        var assembly = new KpiAssembly(context, passes, history ?? KpiHistory.Empty, facts.CountAwaited);
        return [.. definitions.Select(assembly.Assemble)];
    }

    private static PeriodPlan Plan(KpiDefinition definition, KpiRequest request, Func<FactType, Coverage> coverage)
    {
        if (request is { From: { } from, To: { } to })
            return PeriodPlan.Explicit(definition.Grain, from, to, request.At);

        // The books are dated by their last entry: where they end earlier, their last month is the one to show.
        var latest = definition.Fact == FactType.LedgerEntry ? coverage(FactType.LedgerEntry).LastDay : null;
        var at = definition.Grain == Grain.Rolling && request.RollingTo is { } rollingTo ? rollingTo : request.At;
        return PeriodPlan.LastComplete(definition.Grain, at, latest is { } day ? DaySpan.DateOf(day) : null);
    }

    private static void Check(KpiRequest request)
    {
        if (request.From is null != request.To is null)
        {
            throw OpsException.WrongUsage(
                "A period has two ends: give both --from and --to, or neither for the last complete period.",
                "Une période a deux bornes\u00a0: donnez --from et --to, ou aucune des deux pour la dernière période complète.");
        }

        if (request is not { From: { } from, To: { } to })
            return;
        if (to < from)
        {
            throw OpsException.WrongUsage(
                "The period ends before it begins: --to must not lie before --from.",
                "La période finit avant de commencer\u00a0: --to ne peut pas précéder --from.");
        }

        if (Period.DaysBetween(from, to) > LongestPeriod)
        {
            throw OpsException.WrongUsage(
                "The period is longer than a hundred years: give a shorter one.",
                "La période dépasse cent ans\u00a0: donnez-en une plus courte.");
        }
    }
}
