namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>backlog</c>: what could be improved, with the figures of its score.</summary>
internal static class BacklogSection
{
    public static Backlog Read(YamlFields root, ReadingContext context)
    {
        if (root.Fields("backlog") is not { } fields)
            return new();
        var scoring = fields.Choice("scoring", Words.Scorings) ?? BacklogScoring.Ice;
        var backlog = new Backlog { Scoring = scoring, Items = [.. fields.List("items").Select(item => Item(item, scoring, context))] };
        fields.Finish();
        return backlog;
    }

    private static BacklogItem Item(YamlFields item, BacklogScoring scoring, ReadingContext context)
    {
        var rice = scoring == BacklogScoring.Rice;
        var (least, most) = rice ? (0.25m, 3m) : (1m, 10m);
        var read = new BacklogItem
        {
            Title = item.RequiredText("title"),
            Process = ProcessSection.Find(item, "process", context),
            Kpi = item.Text("kpi"),
            Impact = Needed(item, "impact", least, most),
            Confidence = Needed(item, "confidence", 1, rice ? 100 : 10),
            Ease = rice ? null : Needed(item, "ease", 1, 10),
            Reach = rice ? Needed(item, "reach", 0, 10_000_000) : null,
            Days = rice ? Needed(item, "days", 0.1m, 1000) : item.Number("days", 0, 1000),
            QuickWin = item.Flag("quickWin"),
            Owner = context.Person(item, "owner"),
            By = item.Date("by"),
            State = item.Choice("state", Words.BacklogStates) ?? BacklogState.Open,
        };
        if (read.Kpi is { } kpi)
            context.CheckKpi(kpi, item.LineOf("kpi"), item.PathOf("kpi"));
        if (rice && item.Has("ease"))
            item.Refuse("ease", new("scoring: rice takes reach and days in its place", "scoring: rice prend reach et days à sa place"));
        if (!rice && item.Has("reach"))
            item.Refuse("reach", new("reach goes with scoring: rice", "reach va avec scoring: rice"));
        item.Finish();
        return read;
    }

    private static decimal Needed(YamlFields item, string key, decimal least, decimal most) =>
        item.Number(key, least, most) ?? item.Missing(key, Expected.Number(least, most), least);
}
