using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>The edge with a source of each vendor that signs, for two clients.</summary>
internal sealed class VendorWorld
{
    public VendorWorld()
    {
        Edge = new(string.Join('\n', Vendors.Select(scheme => $"  - {{source: {WebhookSchemes.WordOf(scheme)}-2, scheme: {WebhookSchemes.WordOf(scheme)}}}")));
        foreach (var engagement in new[] { WebhookWorld.Lumen, WebhookWorld.Other })
        {
            foreach (var scheme in Vendors)
                Rotate(scheme, SecretOf(scheme, engagement, 1), engagement);
        }
    }

    /// <summary>All that sign.</summary>
    public static IReadOnlyList<WebhookScheme> Vendors { get; } = [.. Enum.GetValues<WebhookScheme>().Where(scheme => scheme != WebhookScheme.Token)];

    /// <summary>The same, for theories.</summary>
    public static TheoryData<WebhookScheme> Each { get; } = new(Vendors);

    public WebhookWorld Edge { get; }

    public static string SourceOf(WebhookScheme scheme) => WebhookSchemes.WordOf(scheme) + "-2";

    public static string UrlOf(WebhookScheme scheme, string engagement = "lumen") => $"https://ops.example.com/api/engagements/{engagement}/webhooks/{SourceOf(scheme)}";

    public static string SecretOf(WebhookScheme scheme, EngagementId engagement, int number) =>
        scheme == WebhookScheme.Standard ? WebhookWorld.SecretOf(engagement, number) : $"{scheme}-{engagement}-secret-{number}";

    public static WebhookSample SampleOf(WebhookScheme scheme) => WebhookSamples.Of(scheme).First(sample => !sample.Name.Contains("verification", StringComparison.Ordinal));

    public void Rotate(WebhookScheme scheme, string secret, EngagementId? engagement = null) =>
        Edge.Secrets.RotateAsync(engagement ?? WebhookWorld.Lumen, SecretName.OfWebhook(SourceOf(scheme)), secret).GetAwaiter().GetResult();

    /// <summary>Posts a sample as the vendor would; a test changes what it wants to, after it was signed.</summary>
    public Task<WebhookAnswer> PostAsync(WebhookScheme scheme, Delivery? delivery = null, Action<Dictionary<string, string>>? change = null)
    {
        delivery ??= new();
        var sample = delivery.Sample ?? SampleOf(scheme);
        var secret = delivery.Secret ?? SecretOf(scheme, WebhookWorld.Lumen, 1);
        var target = WebhookAddresses.PathOf(delivery.Engagement, SourceOf(scheme)) + delivery.Query;
        var headers = WebhookSigner.Sign(scheme, secret, sample.Body, delivery.SignedUrl ?? "https://ops.example.com" + target, delivery.At ?? Edge.Time.Now, delivery.Id, delivery.SignedMethod);
        change?.Invoke(headers);
        return Edge.Receiver.ReceiveAsync(
            new(delivery.Engagement, SourceOf(scheme), "POST", delivery.ContentType ?? sample.ContentType, headers.GetValueOrDefault, new MemoryStream(delivery.Sent ?? sample.Body))
            {
                Target = target,
            });
    }

    /// <summary>What is not as usual.</summary>
    internal sealed record Delivery
    {
        public WebhookSample? Sample { get; init; }

        public string? Secret { get; init; }

        public string Engagement { get; init; } = "lumen";

        public string Query { get; init; } = "";

        public string? SignedUrl { get; init; }

        public string SignedMethod { get; init; } = "POST";

        public Instant? At { get; init; }

        public string Id { get; init; } = "msg_1";

        public byte[]? Sent { get; init; }

        public string? ContentType { get; init; }
    }
}
