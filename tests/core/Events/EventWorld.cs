using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Events;

/// <summary>Events from the outbox to a receiver, over ports in memory; messages with a delay move the clock.</summary>
internal sealed class EventWorld
{
    public static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    public EventWorld(string? events = null, IEventTransport? transport = null)
    {
        Registry[Lumen] = Yaml(events ?? """
              - {id: board, url: "https://hooks.example.com/board"}
              - {id: off-target, url: "https://example.org/in", types: [kpi.off-target], secret: shared}
            """);
        Secrets.RotateAsync(Lumen, SecretName.OfEvents("board"), Secret).GetAwaiter().GetResult();
        Secrets.RotateAsync(Lumen, SecretName.OfEvents("shared"), Secret).GetAwaiter().GetResult();
        var state = Crashes.Over(State);
        var queue = Crashes.Over(Queue);
        var jobs = new JobSender(queue, Blobs);
        var engagements = new RegisteredEngagements(Registry);
        Box = new DeadLetterBox(state, queue, Time);
        Outbox = new EventOutbox(engagements, state, jobs, Time);
        Run = new JobRun(Blobs, engagements, Box, new DeadLetterNotice(new NoticeMail(Mailer, new Operator("operator@studio.example"))));
        Poison = new PoisonReporter(Run, Blobs, state, jobs, Outbox, Time);
        Handler = new EventJobHandler(
            Run,
            state, new EventSender(Secrets, transport ?? Transport, Time), jobs, Box, Time, new EventAttemptSettings());
    }

    public ManualTime Time { get; } = new();

    public Crashes Crashes { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public InMemorySecretStore Secrets { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemoryJobQueue Queue { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public FakeTransport Transport { get; } = new();

    public DeadLetterBox Box { get; }

    public EventOutbox Outbox { get; }

    public EventJobHandler Handler { get; }

    public JobRun Run { get; }

    public PoisonReporter Poison { get; }

    public static string Yaml(string events, string state = "active") => $"""
        id: lumen
        name: Atelier
        locale: fr-FR
        start: 2025-12-01
        state: {state}
        sender: studio@lumen.example
        people: [{"{id: anna, name: Anna Keller, role: obm, email: anna@studio.example}"}]
        events:
        {events}
        """;

    public Task PublishAsync(string type = EventTypes.MilestoneLate, string key = "J30/late", string data = """{"milestone":"J30"}""", string subject = "J30") =>
        Outbox.PublishAsync(Lumen, type, subject, key, data, Time.Now);

    /// <summary>Delivers messages in the order of their times until there are none; the clock goes to each.</summary>
    public async Task DrainAsync()
    {
        var waiting = new List<(Instant At, string Message)>();
        while (true)
        {
            waiting.AddRange(Queue.Sent.Select(sent => (Time.Now + Duration.FromTimeSpan(sent.Delay), sent.Message)));
            Queue.Take(JobQueues.Events);
            if (waiting.Count == 0)
                return;
            var next = waiting.OrderBy(one => one.At).First();
            waiting.Remove(next);
            if (next.At > Time.Now)
                Time.Now = next.At;
            await TryAsync(next.Message);
        }
    }

    public async Task<IReadOnlyList<EventDelivery>> DeliveriesAsync()
    {
        var found = new List<EventDelivery>();
        await foreach (var delivery in new EventStore(State).ListAsync(Lumen))
            found.Add(delivery);
        return found;
    }

    private async Task TryAsync(string message)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await Handler.HandleAsync(message);
                return;
            }
            catch (CrashException) when (attempt < 5)
            {
                // The host delivers it again.
            }
        }
    }
}
