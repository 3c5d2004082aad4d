using System.Globalization;
using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Kpis;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks.Vendors;

/// <summary>What verified events of every vendor do to an engagement: exports come in, events are handled, figures are read.</summary>
internal sealed class EffectWorld
{
    public static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private readonly WebhookIntake intake;
    private int random;

    public EffectWorld(string extra = "", string criteria = "")
    {
        Registry[Lumen] = Yaml(extra, criteria);
        var state = Crashes.Over(State);
        var blobs = Crashes.Over(Blobs);
        var jobs = new JobSender(Crashes.Over(Queue), blobs);
        Box = new DeadLetterBox(state, Queue, Time);
        var run = new JobRun(blobs, new RegisteredEngagements(Registry), Box, new DeadLetterNotice(new NoticeMail(new FakeMailer(), new Operator("operator@studio.example"))));
        intake = new(blobs, state, jobs, count => [.. Enumerable.Repeat((byte)Interlocked.Increment(ref random), count)]);
        Handler = new(run, blobs, state, jobs, Time, Transport);
    }

    public ManualTime Time { get; } = new(Instant.FromUtc(2026, 1, 5, 12, 0));

    public Crashes Crashes { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemoryJobQueue Queue { get; } = new();

    public FakeTransport Transport { get; } = new();

    public DeadLetterBox Box { get; }

    public WebhookJobHandler Handler { get; }

    public static string Yaml(string extra, string criteria) => $$"""
        id: lumen
        name: Atelier Lumen
        locale: fr-FR
        start: 2025-12-01
        state: active
        people: [{id: anna, name: Anna Keller, role: obm, email: anna@studio.example}]
        milestones:
          changes:
            - id: J45
              day: 45
              title: {en: Half-way, fr: Mi-parcours}
              criteria:
                - {text: First client live, kind: manual}
                - {text: Second client live, kind: manual}
        {{criteria}}
        webhooks:
          - source: hubspot
        {{extra}}
          - {source: stripe}
          - {source: intercom}
          - {source: trello}
          - {source: clickup}
          - {source: typeform}
          - {source: calendly}
          - {source: github}
          - {source: notion}
          - {source: slack, users: [U2147483697]}
        """;

    public Task<Engagement> EngagementAsync() => new RegisteredEngagements(Registry).FindAsync(Lumen)!;

    /// <summary>Handles a sample as its vendor sent it; a test may alter its text.</summary>
    public Task<WebhookDelivery> SampleAsync(string name, Func<string, string>? alter = null)
    {
        var sample = WebhookSamples.Get(name);
        var source = WebhookSchemes.WordOf(sample.Scheme);
        return PostAsync(source, alter?.Invoke(sample.Text) ?? sample.Text, sample.ContentType == "application/json" ? null : sample.ContentType);
    }

    /// <summary>Handles a body; gives its delivery as it was settled.</summary>
    public async Task<WebhookDelivery> PostAsync(string source, string body, string? contentType = null)
    {
        await TakeAsync(source, body, contentType);
        var job = await DrainAsync();
        var id = JsonDocument.Parse(job).RootElement.GetProperty("delivery").GetString()!;
        return (await new WebhookDeliveries(State).FindAsync(Lumen, id))!;
    }

    public async Task TakeAsync(string source, string body, string? contentType = null)
    {
        var settings = (await EngagementAsync()).Webhooks.Single(one => one.Source == source);
        var request = new WebhookRequest("POST", [], _ => null, contentType, Encoding.UTF8.GetBytes(body));
        await intake.TakeAsync(new WebhookSender(Lumen, settings, ["secret"]), request, Time.Now, default);
    }

    public Task<string> DrainAsync() => WebhookQueue.DrainAsync(Queue, Handler);

    public async Task ImportAsync(string csv, string name = "hubspot-deals.csv", LocalDate? taken = null, bool full = false)
    {
        var bytes = Encoding.UTF8.GetBytes(csv);
        var content = new ExportContent(name, bytes.Length, () => new MemoryStream(bytes, writable: false));
        await new Importer(Blobs, State, Time, ProfileCatalogue.Default).ImportAsync(await EngagementAsync(), new ImportRequest(content, Taken: taken, Full: full));
    }

    public async Task<KpiResult> KpiAsync(string id, LocalDate from, LocalDate to)
    {
        var engagement = await EngagementAsync();
        var kpis = await new StandingReader(Blobs, State, Time).KpisAsync(engagement, new KpiRequest { At = to.PlusDays(1), From = from, To = to, Today = to.PlusDays(1) });
        return kpis.Single(kpi => kpi.Id == id);
    }

    public async Task<decimal?> WeekAsync(string id) => (await KpiAsync(id, new(2026, 1, 5), new(2026, 1, 11))).Value;

    public async Task<List<FactRecord>> FactsAsync(FactType type)
    {
        var records = new List<FactRecord>();
        using var reader = (await new FactStore(Blobs, State).OpenAsync(Lumen)).Open(type);
        while (reader?.Read() == true)
        {
            var copy = new FactRecord(reader.Current.Schema);
            copy.CopyFrom(reader.Current);
            records.Add(copy);
        }

        return records;
    }

    public async Task<FactRecord> FactAsync(FactType type, string id) =>
        (await FactsAsync(type)).Single(record => record.FindText(record.Schema.Find("id")!) == id);

    /// <summary>All facts of a type, as text to compare.</summary>
    public async Task<string> DescribeAsync(FactType type) => string.Join('\n', (await FactsAsync(type)).Select(record =>
    {
        record.Source = 0;
        return string.Create(CultureInfo.InvariantCulture, $"{Core.Tests.Facts.RandomFacts.Describe(record)}");
    }).Order(StringComparer.Ordinal));
}
