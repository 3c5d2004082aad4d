using OpsAutomation.Kpis;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>kpis</c>: what is followed, targets, owners, and figures of the engagement's own.</summary>
internal static class KpiSection
{
    public static KpiSettings Read(YamlFields root, ReadingContext context)
    {
        if (root.Fields("kpis") is not { } fields)
            return new();
        var custom = CustomKpiSection.Read(fields, context);
        var settings = new KpiSettings
        {
            Custom = custom,
            Followed = context.Kpis(fields, "followed"),
            Targets = Targets(fields, context, custom),
            Owners = Owners(fields, context),
            Grains = Grains(fields, context),
            Accounts = Accounts(fields),
            Marks = Marks(fields),
            StaleAfterDays = fields.Integer("staleAfterDays", 1, 3650) ?? 30,
        };
        fields.Finish();
        return settings;
    }

    private static IReadOnlyList<KpiTarget> Targets(YamlFields fields, ReadingContext context, IReadOnlyList<CustomKpi> custom) =>
        [.. fields.List("targets").Select(item =>
        {
            var kpi = item.RequiredText("kpi");
            if (kpi.Length > 0)
                context.CheckKpi(kpi, item.LineOf("kpi"), item.PathOf("kpi"));
            var value = item.Number("value") ?? item.Missing("value", Expected.Number(null, null), 0m);
            var upTo = item.Number("upTo");
            if (upTo < value)
                item.Refuse("upTo", new("a number that is not below value was expected", "un nombre qui n'est pas inférieur à value est attendu"));
            var grain = item.Choice("grain", Words.Grains)
                ?? custom.FirstOrDefault(own => own.Id == kpi)?.Grain
                ?? KpiCatalogue.Find(kpi)?.Grain
                ?? Grain.Week;
            var target = new KpiTarget(kpi, grain, value, upTo, item.Date("from"), item.Number("threshold", 0, 100) ?? 10m);
            item.Finish();
            return target;
        })];

    private static Dictionary<string, string> Owners(YamlFields fields, ReadingContext context)
    {
        var owners = new Dictionary<string, string>(StringComparer.Ordinal);
        if (fields.Fields("owners") is not { } items)
            return owners;
        foreach (var entry in items.Entries)
        {
            context.CheckKpi(entry.Key, entry.Line, items.PathOf(entry.Key));
            if (context.Person(items, entry.Key) is { } person)
                owners[entry.Key] = person;
        }

        return owners;
    }

    private static Dictionary<string, Grain> Grains(YamlFields fields, ReadingContext context)
    {
        var grains = new Dictionary<string, Grain>(StringComparer.Ordinal);
        if (fields.Fields("grains") is not { } items)
            return grains;
        foreach (var entry in items.Entries)
        {
            context.CheckKpi(entry.Key, entry.Line, items.PathOf(entry.Key));
            if (items.Choice(entry.Key, Words.Grains) is { } grain)
                grains[entry.Key] = grain;
        }

        return grains;
    }

    private static Dictionary<string, IReadOnlyList<string>> Accounts(YamlFields fields)
    {
        var accounts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        if (fields.Fields("accounts") is not { } items)
            return accounts;
        foreach (var entry in items.Entries)
            accounts[entry.Key] = [.. items.Texts(entry.Key).Select(prefix => prefix.Text)];
        return accounts;
    }

    private static Dictionary<string, FieldCondition> Marks(YamlFields fields)
    {
        var marks = new Dictionary<string, FieldCondition>(StringComparer.Ordinal);
        if (fields.Fields("marks") is not { } items)
            return marks;
        foreach (var key in new[] { "complaint", "reopened", "first-contact" })
        {
            if (items.Fields(key) is { } mark && ConditionSection.Read(mark, OpsAutomation.Facts.FactType.Ticket) is { } condition)
                marks[key] = condition;
        }

        items.Finish();
        return marks;
    }
}
