namespace OpsAutomation.Engagements;

/// <summary>The words by which files and commands name schemes, and the scheme that a source's name speaks for.</summary>
public static class WebhookSchemes
{
    private static readonly Dictionary<string, WebhookScheme> Known = new(StringComparer.Ordinal)
    {
        ["standard"] = WebhookScheme.Standard,
        ["token"] = WebhookScheme.Token,
        ["hubspot"] = WebhookScheme.HubSpot,
        ["slack"] = WebhookScheme.Slack,
        ["intercom"] = WebhookScheme.Intercom,
        ["trello"] = WebhookScheme.Trello,
        ["clickup"] = WebhookScheme.ClickUp,
        ["stripe"] = WebhookScheme.Stripe,
        ["typeform"] = WebhookScheme.Typeform,
        ["calendly"] = WebhookScheme.Calendly,
        ["github"] = WebhookScheme.GitHub,
        ["notion"] = WebhookScheme.Notion,
    };

    // Tools that send for others; a HubSpot workflow sends what its author wrote, unsigned or by another scheme than HubSpot's own events.
    private static readonly Dictionary<string, WebhookScheme> Tools = new(StringComparer.Ordinal)
    {
        ["hubspot-workflow"] = WebhookScheme.Token,
        ["hubspot-workflows"] = WebhookScheme.Token,
        ["zapier"] = WebhookScheme.Token,
        ["make"] = WebhookScheme.Token,
        ["pipedrive"] = WebhookScheme.Token,
        ["n8n"] = WebhookScheme.Standard,
    };

    /// <summary>The words, in lower case.</summary>
    public static IReadOnlyDictionary<string, WebhookScheme> Words => Known;

    /// <summary>The word of a scheme.</summary>
    public static string WordOf(WebhookScheme scheme) => Known.First(pair => pair.Value == scheme).Key;

    /// <summary>The scheme of a source that is named like a vendor or tool, alone or before a hyphen (<c>hubspot-eu</c>); null of any other name.</summary>
    public static WebhookScheme? DefaultOf(string source) =>
        Find(Tools, source) ?? (Find(Known, source) is { } scheme and not (WebhookScheme.Token or WebhookScheme.Standard) ? scheme : null);

    /// <summary>Whether a source's name says that a tool sends it: the tool's name alone or before a hyphen.</summary>
    public static bool IsNamed(string source, string tool) => source == tool || source.StartsWith(tool + "-", StringComparison.Ordinal);

    private static WebhookScheme? Find(Dictionary<string, WebhookScheme> names, string source)
    {
        foreach (var (name, scheme) in names)
        {
            if (IsNamed(source, name))
                return scheme;
        }

        return null;
    }
}
