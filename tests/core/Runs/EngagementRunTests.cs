using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
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

    private Task<RunReport> RunAsync(EngagementState engagementState)
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
            """;
        var engagement = EngagementReader.Read(new ConfigurationText("engagement.yaml", yaml));
        return new EngagementRun(blobs, state, mailer, time).RunAsync(engagement);
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
