using Moq;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Exports;
using OpsAutomation.Kpis;
using OpsAutomation.Locales;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Runs;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class StandingNewsTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 1, 5, 8, 0);
    private static readonly LocalDate Today = new(2026, 1, 5);

    private readonly InMemoryStateStore state = new();
    private readonly Mock<IEventSink> sink = new();
    private readonly List<string> told = [];

    public StandingNewsTests() => sink
        .Setup(events => events.PublishAsync(
            It.IsAny<EngagementId>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Instant>(), It.IsAny<CancellationToken>()))
        .Callback((EngagementId _, string type, string subject, string key, string _, Instant _, CancellationToken _) => told.Add($"{type} {subject} {key}"))
        .Returns(Task.CompletedTask);

    [Fact]
    public async Task A_kpi_is_told_when_it_leaves_its_target_and_when_it_comes_back_each_time_once()
    {
        foreach (var status in new[]
        {
            KpiStatus.OnTarget, KpiStatus.OffTarget, KpiStatus.OffTarget, KpiStatus.AtRisk, KpiStatus.OffTarget, KpiStatus.NoData, KpiStatus.OnTarget, KpiStatus.OnTarget, KpiStatus.OffTarget,
        })
            await TellAsync(Standing(kpi: status));

        told.ShouldBe([
            "kpi.off-target sales.won-amount kpi.off-target/1",
            "kpi.on-target sales.won-amount kpi.on-target/2",
            "kpi.off-target sales.won-amount kpi.off-target/3",
        ]);
    }

    [Fact]
    public async Task A_milestone_is_told_when_it_is_at_risk_late_and_done_and_again_after_it_was_reopened()
    {
        foreach (var status in new[] { MilestoneState.Upcoming, MilestoneState.OnTrack, MilestoneState.AtRisk, MilestoneState.Late, MilestoneState.DoneLate, MilestoneState.Late, MilestoneState.Done })
            await TellAsync(Standing(milestone: status));

        told.Select(one => one.Split(' ')[0]).ShouldBe(["milestone.at-risk", "milestone.late", "milestone.done", "milestone.late", "milestone.done"]);
        told.Distinct(StringComparer.Ordinal).Count().ShouldBe(told.Count);
    }

    [Fact]
    public async Task A_source_that_never_came_is_waited_for_since_the_start_and_told_once_until_it_comes()
    {
        await TellAsync(Standing(taken: null, at: new(2025, 12, 5)));
        told.ShouldBeEmpty();
        await TellAsync(Standing(taken: null, at: new(2025, 12, 15)));
        await TellAsync(Standing(taken: null, at: new(2025, 12, 16)));
        await TellAsync(Standing(taken: new(2025, 12, 17), at: new(2025, 12, 18)));
        await TellAsync(Standing(taken: new(2025, 12, 17), at: new(2026, 1, 5)));

        told.ShouldBe(["source.stale deals source.stale/1", "source.stale deals source.stale/2"]);
    }

    [Fact]
    public async Task A_decision_is_told_once_and_again_where_it_was_reopened()
    {
        await TellAsync(Standing(decision: true));
        await TellAsync(Standing(decision: true));
        await TellAsync(Standing(decision: false));
        await TellAsync(Standing(decision: true));

        told.ShouldBe(["decision.awaited D-1 decision.awaited/1", "decision.awaited D-1 decision.awaited/2"]);
    }

    [Fact]
    public async Task What_was_decided_on_and_not_told_is_told_by_the_next_look_even_where_it_is_no_longer_so()
    {
        var events = sink.Object;
        sink.Setup(any => any.PublishAsync(
                It.IsAny<EngagementId>(), "kpi.off-target", It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), It.IsAny<Instant>(), It.IsAny<CancellationToken>()))
            .ThrowsAsync(new CrashException());
        await Should.ThrowAsync<CrashException>(() => new StandingNews(state, events).TellAsync(Standing(kpi: KpiStatus.OffTarget), Now));
        sink.Setup(any => any.PublishAsync(
                It.IsAny<EngagementId>(), "kpi.off-target", It.IsAny<string>(), It.IsAny<string>(), It.IsAny<string>(), Now, It.IsAny<CancellationToken>()))
            .Callback((EngagementId _, string type, string subject, string key, string _, Instant _, CancellationToken _) => told.Add($"{type} {subject} {key}"))
            .Returns(Task.CompletedTask);

        await new StandingNews(state, events).TellAsync(Standing(kpi: KpiStatus.OnTarget), Now + Duration.FromHours(1));

        told.ShouldBe(["kpi.off-target sales.won-amount kpi.off-target/1", "kpi.on-target sales.won-amount kpi.on-target/2"]);
    }

    [Fact]
    public async Task Two_looks_at_once_tell_the_same_events()
    {
        var standing = Standing(kpi: KpiStatus.OffTarget, milestone: MilestoneState.Late, decision: true);
        state.BeforeNextCommit = () => TellAsync(standing);

        await TellAsync(standing);

        told.Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        told.Clear();
        await TellAsync(standing);
        told.ShouldBeEmpty();
    }

    private Task TellAsync(Standing standing) => new StandingNews(state, sink.Object).TellAsync(standing, Now);

    private static Standing Standing(
        KpiStatus? kpi = null, MilestoneState? milestone = null, bool decision = false, LocalDate? at = null, LocalDate? taken = null)
    {
        var engagement = new Engagement
        {
            Id = JobWorld.Lumen,
            Name = "Atelier Lumen",
            Locale = Locale.FrFr,
            Currency = "EUR",
            Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
            Start = new(2025, 12, 1),
            Sources = at is null ? [] : [new SourceSettings { Id = "deals", Name = "HubSpot", Profile = "hubspot.deals" }],
        };
        return new()
        {
            Engagement = engagement,
            At = at ?? Today,
            Kpis = kpi is { } status ? [new KpiBuilder("sales.won-amount", "Won", "Signé", KpiUnit.Money, 10, 20).Build() with { Status = status }] : [],
            Milestones = new("lumen", Today, engagement.Start, milestone is { } state ? [Milestone(state)] : [], []),
            Log = decision ? [new LogItem { Id = "D-1", Kind = LogKind.Decision, Text = "?", Added = Today }] : [],
            Documents = [],
            Imports = taken is { } day
                ? [new ImportSource { Number = 1, File = "deals.csv", ContentHash = "", Profile = "hubspot.deals", ImportedAt = Now, Taken = day, TakenIsStated = true, Facts = [] }]
                : [],
        };
    }

    private static MilestoneStatus Milestone(MilestoneState status) => new()
    {
        Id = "J30",
        Day = 30,
        Title = new("Day 30", "J+30"),
        Due = Today,
        FirstDue = Today,
        Status = status,
        DueSoon = false,
        Progress = 0,
        Criteria = [],
    };
}
