using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Milestones;

namespace OpsAutomation.Core.Tests.Milestones;

/// <summary>Engagements and plans for the tests of milestones.</summary>
internal static class Plans
{
    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    public static Engagement Engagement(string start = "2026-10-05", MilestoneSettings? milestones = null, Locale? locale = null) => new()
    {
        Id = EngagementId.Parse("acme"),
        Name = "Acme",
        Locale = locale ?? Locale.FrFr,
        Currency = "EUR",
        Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
        Start = Day(start),
        Milestones = milestones ?? new(),
        Kpis = new() { Followed = ["sales.won-amount"] },
    };

    /// <summary>One milestone of so many manual criteria due so many days after the start, and none of the default ones.</summary>
    public static Engagement With(params MilestoneSetting[] milestones) =>
        Engagement(milestones: new() { Removed = ["J10", "J30", "J60", "J90"], Changes = milestones });

    public static MilestoneSetting Manual(string id, int day, int criteria, string? owner = null) => new()
    {
        Id = id,
        Day = day,
        Owner = owner,
        Criteria = [.. Enumerable.Range(1, criteria).Select(i => new CriterionSetting { Text = new("c" + i, "c" + i), Kind = "manual" })],
    };

    public static MilestoneSetting Of(string id, int day, params CriterionSetting[] criteria) => new() { Id = id, Day = day, Criteria = criteria };

    public static CriterionSetting Criterion(string kind, string? of = null, string? test = null, decimal? atLeast = null) =>
        new() { Text = new("c", "c"), Kind = kind, Of = of, Test = test, AtLeast = atLeast };

    public static MilestoneMark Mark(string target, string day, MarkKind what = MarkKind.Done, string by = "claire", string? note = null) =>
        new(target, what, Day(day), Day(day).AtMidnight().InUtc().ToInstant(), by, note);

    public static MilestoneReport At(Engagement engagement, string day, params MilestoneMark[] marks) =>
        MilestoneEvaluator.Evaluate(new() { Engagement = engagement, At = Day(day) }, new(marks), Baseline.Empty);

    public static MilestoneState StatusAt(Engagement engagement, string id, string day, params MilestoneMark[] marks) =>
        At(engagement, day, marks).Milestones.Single(milestone => milestone.Id == id).Status;
}
