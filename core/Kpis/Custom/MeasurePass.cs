using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Kpis.Measures;
using OpsAutomation.Kpis.Periods;

namespace OpsAutomation.Kpis.Custom;

/// <summary>One measure of a KPI of the engagement's own.</summary>
internal sealed class MeasurePass : FactPass
{
    private readonly CustomMeasure measure;
    private readonly Conditions conditions;
    private readonly CurrencyTable currencies;
    private readonly FactField? currency;
    private readonly DayMoney sums;
    private readonly List<decimal>?[] values;

    public MeasurePass(PassContext context, CustomMeasure measure, KpiUnit unit)
        : base(measure.Fact, context)
    {
        this.measure = measure;
        conditions = new(measure.Fact, measure.Where);
        currencies = new(context.Engagement.Currency);
        currency = unit == KpiUnit.Money ? FactSchema.Of(measure.Fact).Find("currency") : null;
        sums = new(context.Range, currencies);
        values = measure.Aggregate is Aggregate.Sum or Aggregate.Count or Aggregate.Mean ? [] : new List<decimal>?[context.Range.Length];
    }

    /// <inheritdoc/>
    public override void Add(FactRecord record)
    {
        if (record.FindTime(measure.Date) is not { } date)
            return;
        var day = DaySpan.DayOf(date.Date);
        if (!Context.Range.Holds(day) || !conditions.Hold(record))
            return;
        var number = measure.Field is { Kind: FieldKind.Number } field ? record.FindNumber(field) : null;
        if (measure.Aggregate == Aggregate.Count)
            number = measure.Field is null || record.Has(measure.Field) ? 1m : null;
        if (number is not { } value)
            sums.AddBlank(day);
        else if (values.Length == 0)
            sums.Add(day, currency is null ? 0 : currencies.IndexOf(record.GetUtf8(currency)), value);
        else
            (values[day - Context.Range.From] ??= []).Add(value);
    }

    /// <inheritdoc/>
    public override Figure Find(string kpi, DaySpan period) => measure.Aggregate switch
    {
        Aggregate.Sum => sums.Sum(period).ToFigure(),
        Aggregate.Count => Figure.Of(sums.Sum(period).Count),
        Aggregate.Mean => sums.Sum(period).ToMean(),
        Aggregate.Median => Figure.Of(Quantile.Of(Within(period), 0.5m)),
        Aggregate.P90 => Figure.Of(Quantile.Of(Within(period), 0.9m)),
        Aggregate.Min => Figure.Of(Quantile.Of(Within(period), 0m)),
        _ => Figure.Of(Quantile.Of(Within(period), 1m)),
    };

    private List<decimal> Within(DaySpan period)
    {
        List<decimal> found = [];
        for (var day = Math.Max(period.From, Context.Range.From); day <= Math.Min(period.To, Context.Range.To); day++)
            found.AddRange(values[day - Context.Range.From] ?? []);
        return found;
    }
}
