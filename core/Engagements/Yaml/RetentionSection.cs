namespace OpsAutomation.Engagements.Yaml;

/// <summary>The section <c>retention</c>: days.</summary>
internal static class RetentionSection
{
    private const int Longest = 36_500;

    public static RetentionSettings Read(YamlFields root)
    {
        if (root.Fields("retention") is not { } fields)
            return new();
        var usual = new RetentionSettings();
        var settings = new RetentionSettings
        {
            Exports = fields.Integer("exports", 1, Longest) ?? usual.Exports,
            WebhookBodies = fields.Integer("webhookBodies", 1, Longest) ?? usual.WebhookBodies,
            Deliveries = fields.Integer("deliveries", 1, Longest) ?? usual.Deliveries,
            DeadLetters = fields.Integer("deadLetters", 1, Longest) ?? usual.DeadLetters,
            FactsAfterClose = fields.Integer("factsAfterClose", 1, Longest),
        };
        fields.Finish();
        return settings;
    }
}
