using NodaTime;
using OpsAutomation.Core.Tests.Documents;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;
using OpsAutomation.Publishing.WordPress;
using OpsAutomation.Testing;
using OpsAutomation.Testing.WordPress;

namespace OpsAutomation.Core.Tests.Publishing;

/// <summary>An engagement that publishes to a WordPress site.</summary>
internal sealed class WikiWorld
{
    public static readonly PublishingTarget Target = new() { Id = "wiki", Site = WordPressSite.Address, User = "ops" };

    public WikiWorld() => Secrets.RotateAsync(Engagement.Id, SecretName.OfPublishing("wiki"), Site.Password).GetAwaiter().GetResult();

    public WordPressSite Site { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemorySecretStore Secrets { get; } = new();

    public ManualTime Time { get; } = new(Instant.FromUtc(2026, 11, 23, 9, 0));

    public Engagement Engagement { get; } = Company.Engagement() with { Publishing = [Target] };

    public DocumentContext Context { get; set; } = Company.Unapproved(Language.French);

    public PublishedPages Pages => new(State);

    public WikiPublisher Publisher => new(Blobs, State, new Wikis(new WordPressWiki(Site, Secrets, Time), null), Time);

    public async Task WriteAsync(string kind, Language language = Language.French)
    {
        var store = new DocumentStore(Blobs, State);
        var document = await new DocumentGenerator(new TemplateSource(Blobs), store).GenerateAsync(Context with { Language = language }, kind);
        await store.PublishAsync(Engagement.Id, document);
    }

    /// <summary>Changes what the documents say.</summary>
    public void Rename(string name) => Context = Context with { Engagement = Context.Engagement with { Name = name, People = [.. Context.Engagement.People.Select(person => person.Id == "samir" ? person with { Name = name } : person)] } };

    public async Task SetStatusAsync(string kind, DocumentStatus status)
    {
        var entry = (await State.FindAsync(Engagement.Id, new("documents", $"fr/{kind}")))!;
        await State.CommitAsync(Engagement.Id, [StateChange.Replace(entry, entry.Value.Replace("\"status\":\"Live\"", $"\"status\":\"{status}\"", StringComparison.Ordinal))]);
    }

    public Task<PublishingReport> PublishAsync(PublishingRequest? request = null, PublishingTarget? target = null) => Publisher.PublishAsync(Engagement, target ?? Target, request);
}
