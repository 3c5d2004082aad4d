using NodaTime;
using OpsAutomation.Boards;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Links;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Functions.Tests.Access;

/// <summary>An app with two clients that have readers, documents and a decision to take.</summary>
public sealed class LinkedClient : IAsyncLifetime
{
    public static readonly EngagementId Acme = EngagementId.Parse("acme");
    private static readonly LocalDate Today = new(2026, 1, 5);

    public RunningApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await RunningApp.StartAsync(new ManualTime(), new(StringComparer.Ordinal)
        {
            ["Ops:PublicUrl"] = "https://ops.example.com",
            ["Ops:EntraSignIn"] = "true",
            ["Ops:EntraTenant"] = EntraSignInTests.Tenant,
            ["Ops:EntraUsers:0"] = EntraSignInTests.Lea,
            ["Ops:AccessKeys:0"] = "an-access-key-of-the-settings-0123456789",
        });
        foreach (var id in new[] { "acme", "other" })
        {
            await App.RegisterAsync(id, $$"""
                id: {{id}}
                name: "{{id}} & Co"
                locale: en-GB
                start: 2026-01-05
                people:
                  - {id: lea, name: Léa Petit, role: obm}
                recipients:
                  - {id: ann, name: Ann Lee, email: ann@example.com}
                """);
            var engagement = EngagementId.Parse(id);
            await App.WithAsync<IStateStore, LogItem>(state => new LogbookStore(state, new ManualTime()).AddAsync(
                engagement, new NewLogItem { Kind = LogKind.Decision, Text = "Ask for a deposit?", Day = Today }));
            foreach (var kind in new[] { "raci", "engagement-brief" })
                await App.WithAsync<RegisteredEngagements, bool>(registry => PublishAsync(registry, engagement, kind));
        }
    }

    /// <summary>The addresses of a reader's digest, relative to the app's own.</summary>
    public async Task<(string Board, string Raci, string Decision, string Unsubscribe)> LinksAsync(string engagement = "acme", bool items = true)
    {
        var links = await AddressesAsync(engagement);
        return (PathOf(links.Board!), PathOf(links.Document("en/raci")!), items ? PathOf(links.Item("decision/D-1")!) : "", PathOf(links.Unsubscribe));
    }

    /// <summary>The address of an item's page, relative to the app's own.</summary>
    public async Task<string> ItemAsync(string engagement, string item) => PathOf((await AddressesAsync(engagement)).Item(item)!);

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task<DigestAddresses> AddressesAsync(string engagement)
    {
        var id = EngagementId.Parse(engagement);
        var read = (await App.WithAsync<RegisteredEngagements, Engagement?>(registry => registry.FindAsync(id)))!;
        return await App.WithAsync<DigestLinks, DigestAddresses>(links => links.ForAsync(id, read.Recipients[0], new(Today.PlusDays(-7), Today.PlusDays(-1)), Today));
    }

    private static string PathOf(Uri address) => address.PathAndQuery["/api/".Length..];

    private async Task<bool> PublishAsync(RegisteredEngagements registry, EngagementId id, string kind)
    {
        var engagement = (await registry.FindAsync(id))!;
        return await App.WithAsync<IBlobStore, bool>(async blobs => await App.WithAsync<IStateStore, bool>(async state =>
        {
            var standing = await new StandingReader(blobs, state, new ManualTime()).ReadAsync(engagement, Today, Today);
            await new DocumentPublisher(blobs, state).PublishAsync(standing, kind);
            return true;
        }));
    }
}
