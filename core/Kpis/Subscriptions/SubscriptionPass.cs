using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Subscriptions;

/// <summary>
/// The KPIs over subscriptions. An export without any date is a snapshot of the day it was taken: it tells of the period that holds
/// that day, or that ended before it by no more than its own length; of other periods only kept figures tell.
/// </summary>
internal sealed class SubscriptionPass : FactPass
{
    private readonly CurrencyTable currencies;
    private readonly SubscriptionReader reader;
    private readonly List<SubscriptionSpell> spells = [];

    public SubscriptionPass(PassContext context)
        : base(FactType.Subscription, context)
    {
        currencies = new(context.Engagement.Currency);
        reader = new(currencies);
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        if (reader.Read(record) is { } spell)
            spells.Add(spell);
    }

    /// <inheritdoc/>
    public override bool Covers(KpiDefinition definition, DaySpan period)
    {
        var coverage = Context.CoverageOf(Type);
        return reader.AnyDate ? coverage.HoldsStock(period) : coverage.Snapshot is not null;
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period)
    {
        if (reader.AnyDate)
        {
            return kpi switch
            {
                KpiIds.Mrr when spells.Exists(spell => spell.IsOverwrittenAt(period.To)) => Figure.Unknowable,
                KpiIds.Mrr => Recurring(spell => spell.RunsAt(period.To)),
                KpiIds.ChurnRate => Churn(period),
                KpiIds.RevenueChurn when spells.Exists(spell => spell.IsOverwrittenAt(period.From - 1) || spell.IsOverwrittenAt(period.To)) => Figure.Unknowable,
                KpiIds.RevenueChurn => RevenueChurn(period),
                _ => Figure.None,
            };
        }

        if (!Context.CoverageOf(Type).HoldsSnapshot(period))
            return OtherDay;
        return kpi switch
        {
            KpiIds.Mrr => Recurring(spell => !spell.Left),
            KpiIds.ChurnRate when reader.AnyEnd => ChurnOfSnapshot(),
            KpiIds.RevenueChurn when reader.AnyEnd => RevenueChurnOfSnapshot(),
            _ => Figure.None,
        };
    }

    private static Figure OtherDay { get; } = new()
    {
        Overwritten = true,
        Warnings =
        [
            new(
                "The export has no dates: it only shows the day on which it was taken.",
                "L'export n'a pas de dates\u00a0: il ne montre que le jour où il a été pris."),
        ],
    };

    private Figure Recurring(Func<SubscriptionSpell, bool> runs)
    {
        var sum = new MoneySum(currencies);
        var late = 0;
        foreach (var spell in spells.Where(runs))
        {
            late += spell.PastDue ? 1 : 0;
            if (spell.HasAmount)
                sum.Include(spell.Currency, spell.Monthly);
            else
                sum.Blanks++;
        }

        return sum.ToFigure().Warned(late == 0
            ? null
            : new($"{late} subscriptions are counted although past due.", $"{late} abonnements sont comptés malgré un impayé."));
    }

    private Figure Churn(DaySpan period)
    {
        var before = spells.Where(spell => spell.RunsAt(period.From - 1)).Select(spell => spell.Customer).ToHashSet();
        var after = spells.Where(spell => spell.RunsAt(period.To)).Select(spell => spell.Customer).ToHashSet();
        return Figure.Ratio(before.Count(customer => !after.Contains(customer)), before.Count, 100m);
    }

    private Figure RevenueChurn(DaySpan period)
    {
        var changes = new Dictionary<int, (decimal Before, decimal After)>();
        var used = new HashSet<int>();
        foreach (var spell in spells)
        {
            var before = spell.RunsAt(period.From - 1);
            var after = spell.RunsAt(period.To);
            if (!before && !after)
                continue;
            used.Add(spell.Currency);
            var known = changes.GetValueOrDefault(spell.Customer);
            changes[spell.Customer] = (known.Before + (before ? spell.Monthly : 0m), known.After + (after ? spell.Monthly : 0m));
        }

        return used.Count > 1
            ? SeveralCurrencies
            : Figure.Ratio(changes.Values.Sum(change => Math.Max(0m, change.Before - change.After)), changes.Values.Sum(change => change.Before), 100m);
    }

    private Figure ChurnOfSnapshot()
    {
        var all = spells.Select(spell => spell.Customer).ToHashSet();
        var stayed = spells.Where(spell => !spell.Left).Select(spell => spell.Customer).ToHashSet();
        return Figure.Ratio(all.Count - stayed.Count, all.Count, 100m) with
        {
            Judged = false,
            Label = new("Churn in the snapshot (left / all)", "Attrition de l'instantané (partis / tous)"),
        };
    }

    private Figure RevenueChurnOfSnapshot()
    {
        var figure = spells.Select(spell => spell.Currency).Distinct().Count() > 1
            ? SeveralCurrencies
            : Figure.Ratio(spells.Where(spell => spell.Left).Sum(spell => spell.Monthly), spells.Sum(spell => spell.Monthly), 100m);
        return figure with
        {
            Judged = false,
            Label = new("Revenue churn in the snapshot (left / all)", "Attrition du revenu de l'instantané (parti / total)"),
        };
    }

    private static Figure SeveralCurrencies { get; } = Figure.None.Warned(new(
        "The subscriptions are in several currencies: their shares cannot be added up.",
        "Les abonnements sont dans plusieurs devises\u00a0: leurs parts ne s'additionnent pas."));
}
