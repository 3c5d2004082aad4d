using OpsAutomation.Documents.Impact;
using OpsAutomation.Kpis;
using OpsAutomation.Milestones;

namespace OpsAutomation.Documents.Models;

/// <summary>The impact review as its template reads it.</summary>
internal static class ImpactModel
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var impact = ImpactEstimate.Of(context);
        string? Money(decimal? value) => value is { } known ? context.Locale.Money(known, context.Engagement.Currency, 0) : null;
        string? Signed(decimal? value) => value is { } known ? context.Locale.SignedMoney(known, context.Engagement.Currency, 0) : null;
        return new()
        {
            ["until"] = impact.Until,
            ["early"] = impact.Until < context.Engagement.Start.PlusDays(90),
            ["lines"] = impact.Lines.Select(line => (object?)Line(context, line)).ToList(),
            ["missing"] = impact.Missing.Select(missing => (object?)new Values
            {
                ["label"] = KpiCatalogue.Find(missing.Kpi, context.Engagement)?.Label.In(context.Language) ?? missing.Kpi,
                ["before"] = missing.LacksBefore,
                ["owner"] = people.Name(context.Engagement.Kpis.Owners.GetValueOrDefault(missing.Kpi)),
            }).ToList(),
            ["cash"] = Signed(impact.CashChange),
            ["marginEffect"] = Signed(impact.MarginEffect),
            ["revenue"] = Money(impact.Revenue),
            ["mrr"] = Money(impact.Mrr),
            ["kept"] = Signed(impact.RevenueKept),
            ["churnEffect"] = Signed(impact.ChurnEffect),
            ["monthly"] = Signed(impact.MonthlyEffect),
            ["pays"] = impact.MonthlyEffect > 0m,
            ["workingDays"] = impact.WorkingDays,
            ["perWeek"] = impact.DaysPerWeek is { } week ? context.Locale.Number(week) : null,
            ["days"] = impact.Days,
            ["rate"] = Money(impact.DayRate),
            ["cost"] = Money(impact.Cost),
            ["payback"] = impact.PaybackMonths is { } months ? decimal.Round(months, 1, MidpointRounding.AwayFromZero) : null,
            ["year"] = Signed(impact.YearBalance),
            ["yearOfEffect"] = Signed(12m * impact.MonthlyEffect),
        };
    }

    private static Values Line(DocumentContext context, ImpactLine line)
    {
        var locale = context.Locale;
        var french = context.Language == Language.French;
        var unit = line.Before.Unit;
        return new()
        {
            ["label"] = line.Before.Label.In(context.Language),
            ["before"] = locale.Kpi(line.Before.Value!.Value, unit, line.Before.Currency),
            ["beforeDays"] = locale.PeriodWithYear(line.Before.From, line.Before.To),
            ["now"] = locale.Kpi(line.Now, unit, line.Before.Currency),
            ["nowDays"] = locale.PeriodWithYear(line.Period.From, line.Period.To),
            ["change"] = locale.KpiChange(line.Change, unit, line.Before.Currency),
            ["better"] = line.Better switch
            {
                true => french ? "✓ mieux" : "✓ better",
                false => french ? "✕ moins bien" : "✕ worse",
                _ => french ? "= inchangé" : "= unchanged",
            },
        };
    }
}
