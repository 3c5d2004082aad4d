using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Runs;

public sealed class EngagementRunTests
{
    private readonly InMemoryBlobStore blobs = new();
    private readonly InMemoryStateStore state = new();
    private readonly ManualTime time = new(Instant.FromUtc(2026, 1, 5, 8, 0));
    private readonly CountingMailer mailer = new();
    private readonly InMemorySecretStore secrets = new();
    private bool hasAddress;

    [Fact]
    public async Task A_first_run_publishes_the_plan_and_sends_what_is_due()
    {
        var report = await RunAsync(EngagementState.Active);

        var (engagement, today) = (report.Standing.Engagement, report.Standing.At);
        report.Published.Count.ShouldBe(DocumentLibrary.PlanFor(engagement).Count(kind => CadenceCalendar.IsDue(engagement, kind.Id, today, null)));
        report.Digests.ShouldHaveSingleItem().Receipt.ShouldNotBeNull();
        mailer.Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_second_run_does_nothing()
    {
        await RunAsync(EngagementState.Active);

        var report = await RunAsync(EngagementState.Active);

        report.Published.ShouldBeEmpty();
        report.Digests.ShouldBeEmpty();
        mailer.Keys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_that_failed_while_sending_is_mended_by_the_next_one()
    {
        mailer.FailsNext = true;
        await Should.ThrowAsync<OpsException>(() => RunAsync(EngagementState.Active));

        var report = await RunAsync(EngagementState.Active);

        report.Digests.ShouldHaveSingleItem().Receipt.ShouldNotBeNull();
        mailer.Keys.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(EngagementState.Framing)]
    [InlineData(EngagementState.Closed)]
    public async Task Nothing_is_due_of_an_engagement_that_does_not_run(EngagementState engagementState)
    {
        var report = await RunAsync(engagementState);

        report.Published.ShouldBeEmpty();
        report.Digests.ShouldBeEmpty();
        mailer.Keys.ShouldBeEmpty();
    }

    [Fact]
    public async Task Documents_that_a_run_publishes_count_for_its_milestones()
    {
        var report = await RunAsync(EngagementState.Active);

        report.Standing.Milestones.Milestones.SelectMany(milestone => milestone.Criteria)
            .Where(criterion => criterion.Kind == "document").ShouldContain(criterion => criterion.Met);
        report.Standing.Kpis.Single(kpi => kpi.Id == "operations.sop-coverage").Value.ShouldBe(100m);
    }

    [Fact]
    public async Task Procedures_of_ones_own_are_brought_up_to_date_in_the_languages_in_which_they_are_there()
    {
        var standing = (await RunAsync(EngagementState.Active)).Standing;
        var store = new DocumentStore(blobs, state);
        var editor = new DocumentEditor(blobs, state, time);
        foreach (var language in new[] { Language.French, Language.English })
        {
            await editor.ProposeAsync(standing.ForDocuments(language), null, "d.md", "---\ntitle: Dunning\nkpis: finance.overdue-amount\n---\nEvery Tuesday.\n", new("Ann", standing.At));
            await new DocumentLife(blobs, state, time).ApproveAsync(standing.Engagement, "sop-own-dunning", language, new("Ann", standing.At));
        }

        var report = await RunAsync(EngagementState.Active, "kpis: {targets: [{kpi: finance.overdue-amount, grain: week, value: 31000}]}");

        report.Published.Where(document => document.Kind.Id == "sop-own-dunning").Select(document => document.Language).ShouldBe([Language.French, Language.English], ignoreOrder: true);
        foreach (var language in new[] { Language.French, Language.English })
        {
            var record = (await store.FindAsync(standing.Engagement.Id, "sop-own-dunning", language)).ShouldNotBeNull();
            record.Version.ShouldBe(2);
            await using var text = (await store.OpenReadAsync(standing.Engagement.Id, record, "md")).ShouldNotBeNull();
            var markdown = await new StreamReader(text).ReadToEndAsync();
            markdown.ShouldContain("Every Tuesday.");
            markdown.ShouldContain("31");
        }

        await new DocumentLife(blobs, state, time).RetireAsync(standing.Engagement, "sop-own-dunning", Language.French, new("Ann", standing.At));
        (await RunAsync(EngagementState.Active)).Published.ShouldNotContain(document => document.Kind.Id == "sop-own-dunning" && document.Language == Language.French);
    }

    [Fact]
    public async Task A_template_with_an_error_is_told_and_keeps_neither_other_documents_nor_the_digest_back()
    {
        await blobs.WriteAsync(EngagementId.Parse("lumen"), "templates/fr/sop-incident.md", (stream, token) => stream.WriteAsync("---\ntitle: X\nfamily: sop\n---\n{{nonsense}}\n"u8.ToArray(), token).AsTask());

        var fault = await Should.ThrowAsync<OpsException>(() => RunAsync(EngagementState.Active));

        fault.Text.En.ShouldContain("templates/fr/sop-incident.md, line 5, \"{{nonsense}}\"");
        mailer.Keys.Count.ShouldBe(1);
        var store = new DocumentStore(blobs, state);
        (await store.FindAsync(EngagementId.Parse("lumen"), "sop-capacity-planning", Language.French)).ShouldNotBeNull();
        (await store.FindAsync(EngagementId.Parse("lumen"), "sop-incident", Language.French)).ShouldBeNull();
    }

    [Fact]
    public async Task Readers_are_asked_by_a_run_and_not_by_the_next_one()
    {
        const string Team = "people: [{id: ines, name: Inès, role: member, email: ines@lumen.example}]\nraci: [{process: Gestion d'un incident, responsible: [ines], accountable: [ines]}]";

        (await RunAsync(EngagementState.Active, Team)).Asks.Waiting.ShouldHaveSingleItem().Id.ShouldBe("ines");
        hasAddress = true;
        (await RunAsync(EngagementState.Active, Team)).Asks.Sent.ShouldHaveSingleItem().Person.Id.ShouldBe("ines");
        (await RunAsync(EngagementState.Active, Team)).Asks.Sent.ShouldBeEmpty();
    }

    private Task<RunReport> RunAsync(EngagementState engagementState, string more = "")
    {
        var yaml = $"""
            id: lumen
            name: Atelier Lumen
            locale: fr-FR
            start: 2025-12-01
            state: {engagementState.ToString().ToLowerInvariant()}
            sender: obm@studio.example
            documents:
              approval: none
            recipients:
              - id: claire
                name: Claire
                email: claire@lumen.example
                locale: fr-FR
            {more}
            """;
        var engagement = EngagementReader.Read(new ConfigurationText("engagement.yaml", yaml));
        var links = hasAddress ? new DigestLinks(new LinkSigner(secrets, new InMemoryRegistry(), time), new LinkGenerations(state, time), new Uri("https://ops.example.com")) : null;
        return new EngagementRun(blobs, state, mailer, time, links: links).RunAsync(engagement);
    }

    private sealed class CountingMailer : IMailer
    {
        public HashSet<string> Keys { get; } = new(StringComparer.Ordinal);

        public bool FailsNext { get; set; }

        public Task<string> SendAsync(EngagementId engagement, string key, MailMessage message, CancellationToken cancellationToken = default)
        {
            if (FailsNext)
            {
                FailsNext = false;
                throw OpsException.Retriable("The mailbox does not answer.", "La boîte aux lettres ne répond pas.");
            }

            Keys.Add(key).ShouldBeTrue();
            return Task.FromResult("outbox/" + key);
        }
    }
}
