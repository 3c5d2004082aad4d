using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestScheduleTests
{
    private static readonly Recipient Paul = DigestContexts.Recipient(Locale.FrFr);
    private static readonly Engagement Engagement = DigestContexts.Engagement() with { Recipients = [Paul] };

    [Theory]
    [InlineData("2026-11-23T06:29:59Z", "2026-11-16")] // Paris 07:29:59: last Monday's is the newest
    [InlineData("2026-11-23T06:30:00Z", "2026-11-23")]
    [InlineData("2026-11-25T10:00:00Z", "2026-11-23")] // caught up after downtime
    [InlineData("2026-10-26T06:30:00Z", "2026-10-26")] // winter time, one day old: UTC+1
    [InlineData("2026-10-26T05:30:00Z", "2026-10-19")] // would have been due in summer time
    public void The_newest_local_due_day_counts(string now, string day)
    {
        var due = DigestSchedule.Due(Engagement, At(now)).Single();

        due.Day.ShouldBe(LocalDatePattern.Iso.Parse(day).Value);
        due.Period.ShouldBe(DigestPeriod.Before(due.Day));
    }

    [Fact]
    public void A_time_that_summer_time_skips_is_moved_by_the_missing_hour()
    {
        var early = Engagement with { Start = new(2026, 1, 5), Recipients = [Paul with { Day = IsoDayOfWeek.Sunday, Time = new(2, 30) }] };

        DigestSchedule.Due(early, At("2026-03-29T01:29:59Z")).Single().Day.ShouldBe(new LocalDate(2026, 3, 22));
        DigestSchedule.Due(early, At("2026-03-29T01:30:00Z")).Single().Day.ShouldBe(new LocalDate(2026, 3, 29));
    }

    [Fact]
    public void Nothing_is_due_of_weeks_before_the_start_in_a_pause_or_in_an_engagement_that_does_not_run()
    {
        DigestSchedule.Due(Engagement with { Start = new(2026, 11, 23) }, At("2026-11-23T12:00:00Z")).ShouldBeEmpty();
        DigestSchedule.Due(Engagement with { Recipients = [Paul with { Pause = new(new(2026, 11, 20), new(2026, 11, 23)) }] }, At("2026-11-24T12:00:00Z")).ShouldBeEmpty();
        DigestSchedule.Due(Engagement with { State = EngagementState.Closed }, At("2026-11-23T12:00:00Z")).ShouldBeEmpty();
        DigestSchedule.Due(Engagement with { State = EngagementState.Framing }, At("2026-11-23T12:00:00Z")).ShouldBeEmpty();
        DigestSchedule.Due(Engagement with { State = EngagementState.Handover }, At("2026-11-23T12:00:00Z")).ShouldHaveSingleItem();
    }

    [Fact]
    public void Sources_that_do_not_hold_the_week_yet_are_waited_for_until_the_latest_hour()
    {
        DigestSource[] partial = [new("HubSpot", "hubspot.deals", new(2026, 11, 20), 1, 0)];
        DigestSource[] whole = [new("HubSpot", "hubspot.deals", new(2026, 11, 22), 1, 0), new("Banque", null, new(2026, 11, 18), 1, 0, Entered: true)];
        var due = Due(Paul with { Latest = new(12, 0) });

        DigestSchedule.Readiness(due, partial, approved: false, At("2026-11-23T10:59:59Z")).ShouldBe(DigestReadiness.AwaitSources);
        DigestSchedule.Readiness(due, partial, approved: false, At("2026-11-23T11:00:00Z")).ShouldBe(DigestReadiness.Send);
        DigestSchedule.Readiness(due, whole, approved: false, At("2026-11-23T07:00:00Z")).ShouldBe(DigestReadiness.Send);
        DigestSchedule.Readiness(Due(Paul), partial, approved: false, At("2026-11-23T07:00:00Z")).ShouldBe(DigestReadiness.Send);
    }

    [Fact]
    public void A_review_is_waited_for_and_only_the_recipients_setting_lets_the_latest_hour_replace_it()
    {
        var reviewed = Paul with { ReviewRequired = true, Latest = new(12, 0) };
        var (before, after) = (At("2026-11-23T10:00:00Z"), At("2026-11-23T11:00:00Z"));

        DigestSchedule.Readiness(Due(reviewed), [], approved: false, before).ShouldBe(DigestReadiness.AwaitReview);
        DigestSchedule.Readiness(Due(reviewed), [], approved: true, before).ShouldBe(DigestReadiness.Send);
        DigestSchedule.Readiness(Due(reviewed), [], approved: false, after).ShouldBe(DigestReadiness.AwaitReview);
        DigestSchedule.Readiness(Due(reviewed with { SendUnapproved = true }), [], approved: false, after).ShouldBe(DigestReadiness.SendUnapproved);
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-16", "2026-11-22")]
    [InlineData("2026-11-22", "2026-11-09", "2026-11-15")] // Sunday: its week has not ended
    [InlineData("2027-01-04", "2026-12-28", "2027-01-03")] // W53
    public void The_week_of_a_digest_is_the_last_complete_one(string asked, string from, string to)
    {
        var period = DigestPeriod.Before(LocalDatePattern.Iso.Parse(asked).Value);

        (LocalDatePattern.Iso.Format(period.Start), LocalDatePattern.Iso.Format(period.End)).ShouldBe((from, to));
    }

    private static DueDigest Due(Recipient recipient) =>
        DigestSchedule.Due(Engagement with { Recipients = [recipient] }, At("2026-11-23T06:30:00Z")).Single();

    private static Instant At(string iso) => InstantPattern.General.Parse(iso).Value;
}
