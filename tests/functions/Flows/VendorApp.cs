using System.Net.Http.Headers;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Tests.Flows;

/// <summary>An app with a source of each vendor that signs.</summary>
public sealed class VendorApp : IAsyncLifetime
{
    public static readonly EngagementId Acme = EngagementId.Parse("acme");

    public static IReadOnlyList<WebhookScheme> Vendors { get; } = [.. Enum.GetValues<WebhookScheme>().Where(scheme => scheme != WebhookScheme.Token)];

    public static TheoryData<WebhookScheme> Each { get; } = new(Vendors);

    public RunningApp App { get; private set; } = null!;

    public ManualTime Time { get; } = new();

    public static string SecretOf(WebhookScheme scheme) => scheme == WebhookScheme.Standard ? "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" : $"the-secret-of-{WebhookSchemes.WordOf(scheme)}-01";

    public async ValueTask InitializeAsync()
    {
        App = await RunningApp.StartAsync(Time);
        var sources = string.Join('\n', Vendors.Select(scheme => $"  - {{source: {WebhookSchemes.WordOf(scheme)}, scheme: {WebhookSchemes.WordOf(scheme)}}}"));
        await App.RegisterAsync("acme", $"id: acme\nname: Acme\nlocale: en-GB\nstart: 2026-01-05\nwebhooks:\n{sources}\n");
        await App.WithAsync<ISecretStore, bool>(async secrets =>
        {
            foreach (var scheme in Vendors)
                await secrets.RotateAsync(Acme, SecretName.OfWebhook(WebhookSchemes.WordOf(scheme)), SecretOf(scheme));
            return true;
        });
        // The app read its sources when it started.
        Time.Advance(NodaTime.Duration.FromMinutes(1));
    }

    /// <summary>Posts a sample as its vendor would, to the address at which the app listens; a test changes what it wants to, after it was signed.</summary>
    public async Task<HttpResponseMessage> PostAsync(
        WebhookSample sample, string engagement = "acme", string query = "", string? host = null, Action<HttpRequestMessage>? change = null)
    {
        var address = new Uri(App.Stranger.BaseAddress!, WebhookAddresses.PathOf(engagement, WebhookSchemes.WordOf(sample.Scheme)) + query);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(sample.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(sample.ContentType);
        var url = $"http://{host ?? "127.0.0.1"}:{address.Port}{address.PathAndQuery}";
        foreach (var (name, value) in WebhookSigner.Sign(sample.Scheme, SecretOf(sample.Scheme), sample.Body, url, Time.Now, sample.Name))
            request.Headers.TryAddWithoutValidation(name, value);
        change?.Invoke(request);
        return await App.Stranger.SendAsync(request);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
