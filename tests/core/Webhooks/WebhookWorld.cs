using System.Globalization;
using System.Text;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

/// <summary>The edge of webhooks and their handler over ports in memory, with two clients. A test can make any effect crash.</summary>
internal sealed class WebhookWorld
{
    public static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    public static readonly EngagementId Other = EngagementId.Parse("other");
    public static readonly Uri PublicUrl = new("https://ops.example.com");
    private int random;

    public WebhookWorld(string events = "")
    {
        Registry[Lumen] = Yaml("lumen", events);
        Registry[Other] = Yaml("other", events);
        foreach (var engagement in new[] { Lumen, Other })
        {
            Secrets.RotateAsync(engagement, SecretName.OfWebhook("n8n"), SecretOf(engagement, 1)).GetAwaiter().GetResult();
            foreach (var source in new[] { "zapier", "make", "crm" })
                Secrets.RotateAsync(engagement, SecretName.OfWebhook(source), $"token-{engagement}-{source}").GetAwaiter().GetResult();
        }

        var state = Crashes.Over(State);
        var blobs = Crashes.Over(Blobs);
        var queue = Crashes.Over(Queue);
        var jobs = new JobSender(queue, blobs);
        Box = new DeadLetterBox(state, queue, Time);
        var run = new JobRun(blobs, new RegisteredEngagements(Registry), Box, new DeadLetterNotice(new NoticeMail(Mailer, new Operator("operator@studio.example"))));
        var directory = new WebhookDirectory(Registry, Secrets, Time);
        Receiver = new(
            directory,
            new WebhookIntake(blobs, state, jobs, count => [.. Enumerable.Repeat((byte)Interlocked.Increment(ref random), count)]),
            new NotionHandshake(Secrets, directory),
            WebhookAddresses.Of(PublicUrl),
            Time);
        Handler = new(run, blobs, state, jobs, Time);
    }

    public ManualTime Time { get; } = new(Instant.FromUtc(2026, 1, 5, 8, 0));

    public Crashes Crashes { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public InMemorySecretStore Secrets { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemoryJobQueue Queue { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public DeadLetterBox Box { get; }

    public WebhookReceiver Receiver { get; }

    public WebhookJobHandler Handler { get; }

    public static string SecretOf(EngagementId engagement, int number) =>
        "whsec_" + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{engagement}-secret-{number}-of-24-bytes"));

    public static string Yaml(string id, string events = "", string state = "active") => $$"""
        id: {{id}}
        name: Atelier
        locale: fr-FR
        start: 2025-12-01
        state: {{state}}
        sender: studio@lumen.example
        people: [{id: anna, name: Anna Keller, role: obm, email: anna@studio.example}]
        milestones:
          changes:
            - id: J45
              day: 45
              title: {en: Half-way, fr: Mi-parcours}
              criteria: [{text: First client live, kind: event, of: client.live}]
        webhooks:
          - source: n8n
            scheme: standard
        {{events}}
          - {source: zapier, scheme: token}
          - {source: make, scheme: token, token: basic, user: maker, id: $.event.id}
          - {source: crm, scheme: token, token: header, header: X-Crm-Key, idHeader: X-Event-Id}
        """;

    /// <summary>Posts as a sender of Standard Webhooks does; a test changes what it wants to.</summary>
    public Task<WebhookAnswer> PostSignedAsync(string body, Action<Dictionary<string, string>>? change = null, string id = "msg_1", string? secret = null, string engagement = "lumen", string? sent = null)
    {
        var timestamp = Time.Now.ToUnixTimeSeconds();
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            [StandardSignature.IdHeader] = id,
            [StandardSignature.TimestampHeader] = timestamp.ToString(CultureInfo.InvariantCulture),
            [StandardSignature.SignatureHeader] = StandardSignature.Sign(secret ?? SecretOf(Lumen, 1), id, timestamp, Encoding.UTF8.GetBytes(body)),
        };
        change?.Invoke(headers);
        return PostAsync("n8n", sent ?? body, headers, engagement);
    }

    public Task<WebhookAnswer> PostAsync(
        string source, string body, Dictionary<string, string> headers, string engagement = "lumen", string method = "POST", string? contentType = "application/json") =>
        Receiver.ReceiveAsync(new(engagement, source, method, contentType, headers.GetValueOrDefault, new MemoryStream(Encoding.UTF8.GetBytes(body))));

    public static Dictionary<string, string> Headers(params (string Name, string Value)[] headers) =>
        headers.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.OrdinalIgnoreCase);

    /// <summary>Handles what is in the queue, each message until it goes through.</summary>
    public Task DrainAsync() => WebhookQueue.DrainAsync(Queue, Handler);

    public async Task<IReadOnlyList<WebhookDelivery>> DeliveriesAsync(EngagementId? engagement = null)
    {
        var found = new List<WebhookDelivery>();
        await foreach (var delivery in new WebhookDeliveries(State).ListAsync(engagement ?? Lumen))
            found.Add(delivery);
        return found;
    }

    public async Task<string?> BodyAsync(WebhookDelivery delivery) =>
        await new WebhookBodies(Blobs, State).ReadAsync(Lumen, delivery) is { } body ? Encoding.UTF8.GetString(body.Span) : null;
}
