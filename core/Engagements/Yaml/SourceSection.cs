namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>sources</c>, <c>imports</c> and <c>scope</c>: what comes in, and what for.</summary>
internal static class SourceSection
{
    public static IReadOnlyList<SourceSettings> Sources(YamlFields root, ReadingContext context)
    {
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var places = new OriginPlaces();
        return [.. root.List("sources").Select(item =>
        {
            var id = item.RequiredText("id");
            if (id.Length > 0 && !seen.Add(id))
                item.Refuse("id", Expected.Unique);
            var source = new SourceSettings
            {
                Id = id,
                Name = item.Text("name") ?? id,
                Profile = item.Text("profile"),
                StaleAfterDays = item.Integer("staleAfterDays", 1, 3650) ?? 8,
                Full = item.Flag("full") ?? false,
                Files = [.. item.Texts("files").Select(file => file.Text)],
                Origin = OriginSection.Read(item, context),
            };
            places.Check(item, source);
            item.Finish();
            return source;
        })];
    }

    public static ImportSettings Imports(YamlFields root)
    {
        if (root.Fields("imports") is not { } fields)
            return new();
        var settings = new ImportSettings { RejectionLimitPercent = fields.Number("rejectionLimit", 0, 100) ?? 20m };
        fields.Finish();
        return settings;
    }

    public static EngagementScope Scope(YamlFields root)
    {
        if (root.Fields("scope") is not { } fields)
            return new();
        var scope = new EngagementScope
        {
            Business = fields.Text("business"),
            Stakes = fields.Text("stakes"),
            Included = [.. fields.Texts("included").Select(item => item.Text)],
            Excluded = [.. fields.Texts("excluded").Select(item => item.Text)],
            Access = [.. fields.Texts("access").Select(item => item.Text)],
            Stage = fields.Choice("stage", Words.Stages),
            Headcount = fields.Integer("headcount", 0, 1_000_000),
        };
        fields.Finish();
        return scope;
    }
}
