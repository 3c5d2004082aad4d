using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Links.Acts;
using OpsAutomation.Logbook;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Links;

/// <summary>An engagement with readers, and what their links lead to.</summary>
internal sealed class LinkWorld
{
    public static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");
    public static readonly EngagementId Other = EngagementId.Parse("other-client");

    public const string Yaml = """
        id: atelier-lumen
        name: Atelier <b>Lumen</b>
        locale: fr-FR
        start: 2025-10-06
        people:
          - {id: lea, name: Léa Petit, role: obm, email: lea@example.com}
        milestones:
          removed: [J10, J60, J90]
          changes:
            - id: J30
              day: 30
              title: Premiers résultats
              criteria:
                - {text: Le tri est fait <i>chaque jour</i>, kind: manual}
                - {text: La relève est en place, kind: manual}
                - {text: Une décision de capacité est prise, kind: decision, of: capacity}
        recipients:
          - {id: paul, name: Paul & Cie, email: paul@example.com, review: required}
          - {id: ann, name: Ann Lee, email: ann@example.com, locale: en-GB}
          - {id: max, name: Max, email: max@example.com, links: read}
        """;

    public LinkWorld()
    {
        Registry[Lumen] = Yaml;
        Registry[Other] = Yaml.Replace("id: atelier-lumen", "id: other-client", StringComparison.Ordinal);
    }

    public InMemorySecretStore Secrets { get; } = new();

    public InMemoryRegistry Registry { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public ManualTime Time { get; } = new(Instant.FromUtc(2026, 1, 5, 9, 0));

    public LinkSigner Signer => new(Secrets, Registry, Time);

    public LinkGenerations Generations => new(State, Time);

    public ReaderLinks Readers => new(Signer, new RegisteredEngagements(Registry), Generations);

    public DigestLinks Links => new(Signer, Generations, new("https://ops.example.com"));

    public DigestSender Sender => new(State, Mailer, Time, links: Links);

    public ActHandler Handler => new(Readers, Blobs, State, Sender, Time);

    public LogbookStore Logbook => new(State, Time);

    public async Task<Engagement> EngagementAsync() => EngagementReader.Read((await Registry.FindAsync(Lumen))!, Lumen);

    /// <summary>The token of a recipient's link to an item, as the digest of today has it.</summary>
    public async Task<string> TokenAsync(string item, string recipient = "paul", string purpose = LinkPurpose.Act, EngagementId? engagement = null)
    {
        var pen = await Signer.PenAsync(engagement ?? Lumen);
        var holder = LinkHolder.Recipient(recipient);
        return ReaderLinks.Sign(
            pen, purpose, holder, await Generations.FindAsync(engagement ?? Lumen, holder), item, LinkLifetime.End(Time.Now.InUtc().Date, LinkLifetime.Acting));
    }

    public Task<LogItem> AddAsync(LogKind kind, string text) => Logbook.AddAsync(
        Lumen, new() { Kind = kind, Text = text, Day = new(2026, 1, 2), Due = new(2026, 1, 3), Owner = "paul", Recommendation = kind == LogKind.Decision ? "oui" : null });

    public static ActForm Form(params (string Name, string Value)[] fields) => new(fields
        .GroupBy(field => field.Name, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(field => field.Value)], StringComparer.Ordinal));

    /// <summary>Makes any change of state fail.</summary>
    public void Freeze() => State.Fault = (_, what) => what == "commit" ? new InvalidOperationException("A look changed state.") : null;

    public void Thaw() => State.Fault = null;
}
