using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Feeds;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Isolation;

/// <summary>An app with two clients whose ids begin alike, whose records have the same ids, and whose texts hold a word of their own.</summary>
internal sealed class TwoClients : IAsyncDisposable
{
    /// <summary>Monday, after the digests of both were due.</summary>
    private static readonly Instant Monday = Instant.FromUtc(2026, 1, 5, 9, 0);

    private TwoClients(RunningApp app, ManualTime time) => (App, Time) = (app, time);

    public RunningApp App { get; }

    public ManualTime Time { get; }

    public Client One { get; } = new("lumen", "QUARTZALPHA", 71_111);

    public Client Other { get; } = new("lumen-2", "BASALTOMEGA", 82_222);

    /// <summary>Each client with the one that it is to know nothing of.</summary>
    public IEnumerable<(Client Client, Client Stranger)> Both => [(One, Other), (Other, One)];

    public static async Task<TwoClients> StartAsync()
    {
        var time = new ManualTime(Monday);
        var app = await RunningApp.StartAsync(time, new(StringComparer.Ordinal) { ["Ops:PublicUrl"] = "https://ops.example.com" });
        var clients = new TwoClients(app, time);
        foreach (var (client, _) in clients.Both)
        {
            await app.RegisterAsync(client.Id, client.Yaml);
            await app.WithAsync<ISecretStore, bool>(async secrets =>
            {
                await secrets.RotateAsync(client.Engagement, SecretName.OfWebhook("zapier"), client.Token);
                return true;
            });
            client.Feed = await app.WithAsync<IStateStore, string>(state => new FeedTokens(state, time).AddAsync(client.Engagement, "sheets", null));
        }

        return clients;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>What is kept of a client on disk: its files and mails.</summary>
    public IReadOnlyList<(string Name, string Text)> FootprintOf(Client client) =>
    [
        .. new[] { Path.Combine(App.Home, "engagements", client.Id), Path.Combine(App.Home, "outbox", client.Id) }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Select(file => (Path.GetRelativePath(App.Home, file), Encoding.Latin1.GetString(File.ReadAllBytes(file)))),
    ];

    /// <summary>One of them.</summary>
    /// <param name="Id">The engagement.</param>
    /// <param name="Mark">The word.</param>
    /// <param name="Amount">The amount of its deal.</param>
    internal sealed record Client(string Id, string Mark, int Amount)
    {
        public EngagementId Engagement => EngagementId.Parse(Id);

        /// <summary>The token of its source of webhooks.</summary>
        public string Token => $"a-token-of-the-sender-of-{Mark}-0123456789";

        /// <summary>The token of its feed.</summary>
        public string Feed { get; set; } = "";

        /// <summary>The same ids for each.</summary>
        public string Deals => $"Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date\n1,Deal {Mark},closedwon,{Amount},2026-01-02,2025-12-02\n2,Lost {Mark},closedlost,5,2026-01-03,2025-12-03\n";

        public string Yaml => $$"""
            id: {{Id}}
            name: Atelier {{Mark}}
            locale: en-GB
            start: 2025-12-01
            state: active
            sender: studio@{{Mark}}.example
            people:
              - {id: ann, name: Ann {{Mark}}, role: obm, email: ann@{{Mark}}.example}
            kpis:
              followed: [sales.won-amount]
            recipients:
              - {id: claire, name: Claire {{Mark}}, email: claire@{{Mark}}.example, day: monday, time: "07:30", links: act}
            webhooks:
              - {source: zapier, scheme: token, events: [{on: deal.lost, comment: $.reason}, {on: deal.won, decision: $.reason}]}
            """;

        /// <summary>Whether a text tells of it.</summary>
        public bool ShowsIn(string text) =>
            text.Contains(Mark, StringComparison.OrdinalIgnoreCase) || text.Contains($"{Amount / 1000},{Amount % 1000:000}", StringComparison.Ordinal) || text.Contains($"{Amount}", StringComparison.Ordinal);
    }
}
