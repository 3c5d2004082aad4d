using OpsAutomation.Engagements;

namespace OpsAutomation.Testing;

/// <summary>Bodies in the shapes that the vendors' documentation shows, of a fictional company in January 2026: <c>Samples/</c>.</summary>
public static class WebhookSamples
{
    private const string Prefix = "WebhookSamples/";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<WebhookSample> All { get; } =
    [
        .. typeof(WebhookSamples).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(Read),
    ];

    /// <summary>The one of a name, such as <c>stripe-invoice-paid</c>.</summary>
    public static WebhookSample Get(string name) => All.Single(sample => sample.Name == name);

    /// <summary>Those of a scheme.</summary>
    public static IEnumerable<WebhookSample> Of(WebhookScheme scheme) => All.Where(sample => sample.Scheme == scheme);

    private static WebhookSample Read(string resource)
    {
        using var stream = typeof(WebhookSamples).Assembly.GetManifestResourceStream(resource)!;
        var body = new byte[stream.Length];
        stream.ReadExactly(body);
        var name = resource[Prefix.Length..resource.LastIndexOf('.')];
        var isForm = resource.EndsWith(".form", StringComparison.Ordinal);
        return new(name, WebhookSchemes.Words[name[..name.IndexOf('-', StringComparison.Ordinal)]], isForm ? "application/x-www-form-urlencoded" : "application/json", body);
    }
}
