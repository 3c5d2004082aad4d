using System.Text.RegularExpressions;
using OpsAutomation.Facts;
using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>kpis.custom</c>: KPIs that an engagement defines from measures over facts, or that live on readings only.</summary>
internal static partial class CustomKpiSection
{
    private static readonly LocalizedText IdShape = new(
        "two words with a point between them were expected, such as delivery.blocked-count",
        "deux mots séparés par un point sont attendus, par exemple delivery.blocked-count");

    public static IReadOnlyList<CustomKpi> Read(YamlFields kpis, ReadingContext context) =>
        [.. kpis.List("custom").Select(item => ReadOne(item, context))];

    /// <summary>The words for a field that a fact does not have.</summary>
    public static LocalizedText FieldOf(FactSchema schema, string field, Func<FactField, bool> fits)
    {
        var names = schema.Fields.Where(fits).Select(known => known.Name).ToList();
        return Nearest.Of(field, names) is { } nearest
            ? new($"a field of the fact was expected: did you mean {nearest}?", $"un champ du fait est attendu\u00a0: vouliez-vous dire {nearest}\u00a0?")
            : Expected.OneOf(names);
    }

    private static CustomKpi ReadOne(YamlFields item, ReadingContext context)
    {
        var id = item.Parse("id", IdShape, text => Shape().IsMatch(text) ? text : null) ?? item.Missing("id", IdShape, "");
        if (context.IsInCatalogue(id))
            item.Refuse("id", new("an id that the catalogue does not use was expected", "un identifiant que le catalogue n'utilise pas est attendu"));
        else if (id.Length > 0 && !context.AddKpi(id))
            item.Refuse("id", Expected.Unique);
        var (measure, over) = Measures(item);
        var kpi = new CustomKpi
        {
            Id = id,
            Label = item.Localized("label") ?? new(id, id),
            Unit = item.Choice("unit", Words.Units) ?? UnitOf(measure, over),
            Grain = item.Choice("grain", Words.Grains) ?? Grain.Week,
            Direction = item.Choice("direction", Words.Directions) ?? KpiDirection.Higher,
            Measure = measure,
            Over = over,
        };
        item.Finish();
        return kpi;
    }

    // A ratio is {aggregate: ratio, of: {…}, over: {…}}, or two measures beside each other.
    private static (CustomMeasure? Measure, CustomMeasure? Over) Measures(YamlFields item)
    {
        if (item.Fields("measure") is not { } fields)
            return (null, item.Has("over") ? item.Missing<CustomMeasure?>("measure", Expected.Mapping, null) : null);
        if (!string.Equals(fields.Find("aggregate") is YamlScalar scalar ? scalar.Text : null, "ratio", StringComparison.OrdinalIgnoreCase))
            return (Measure(fields), item.Fields("over") is { } beside ? Measure(beside) : null);
        var of = fields.Fields("of") is { } numerator ? Measure(numerator) : fields.Missing<CustomMeasure?>("of", Expected.Mapping, null);
        var over = fields.Fields("over") is { } denominator ? Measure(denominator) : fields.Missing<CustomMeasure?>("over", Expected.Mapping, null);
        fields.Finish();
        return (of, over);
    }

    private static CustomMeasure? Measure(YamlFields fields)
    {
        var aggregate = fields.Choice("aggregate", Words.Aggregates) ?? fields.Missing("aggregate", Expected.OneOf(Words.Aggregates.Keys), Aggregate.Count);
        if (fields.Choice("fact", Words.Facts) is not { } fact)
        {
            fields.Missing("fact", Expected.OneOf(Words.Facts.Keys), 0);
            return null;
        }

        var schema = FactSchema.Of(fact);
        var field = Field(fields, "field", schema, FieldKind.Number);
        if (aggregate != Aggregate.Count && field is null)
            fields.Missing("field", Expected.OneOf(schema.Fields.Where(known => known.Kind == FieldKind.Number).Select(known => known.Name)), 0);
        var date = Field(fields, "date", schema, FieldKind.Time) ?? schema.Find(DateOf(fact))!;
        var where = ConditionSection.ReadAll(fields, fact);
        fields.Finish();
        return new(fact, aggregate, field, date, where);
    }

    private static FactField? Field(YamlFields fields, string key, FactSchema schema, FieldKind kind)
    {
        if (fields.Text(key) is not { } name)
            return null;
        if (schema.Find(name) is { } found && found.Kind == kind)
            return found;
        fields.Refuse(key, FieldOf(schema, name, known => known.Kind == kind));
        return null;
    }

    private static string DateOf(FactType fact) => fact switch
    {
        FactType.Deal => "closed",
        FactType.Task => "completed",
        FactType.Contact or FactType.Company or FactType.Ticket => "created",
        FactType.Subscription => "started",
        _ => "date",
    };

    private static KpiUnit UnitOf(CustomMeasure? measure, CustomMeasure? over) => (measure, over) switch
    {
        (_, not null) => KpiUnit.Ratio,
        ({ Field.Name: "amount" or "amountDue" or "debit" or "credit" or "fee" or "refunded", Aggregate: not Aggregate.Count }, _) => KpiUnit.Money,
        ({ Field.Name: { } name, Aggregate: not Aggregate.Count }, _) when name.EndsWith("Hours", StringComparison.Ordinal) => KpiUnit.Hours,
        _ => KpiUnit.Count,
    };

    [GeneratedRegex(@"\A[a-z][a-z0-9-]*\.[a-z][a-z0-9-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
