using System.Globalization;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Milestones;

/// <summary>The milestones of an engagement: the default 30-60-90 plan with what the engagement changes, adds and removes.</summary>
public static class MilestonePlan
{
    /// <summary>The milestones in the order of their due dates, then of their days. J+30 is the start plus 30 days.</summary>
    public static IReadOnlyList<PlannedMilestone> For(Engagement engagement)
    {
        var settings = engagement.Milestones;
        var changes = settings.Changes.ToDictionary(change => change.Id, StringComparer.OrdinalIgnoreCase);
        var defaults = DefaultPlan.Of(engagement);
        var kept = defaults
            .Where(milestone => !settings.Removed.Contains(milestone.Id, StringComparer.OrdinalIgnoreCase))
            .Select(milestone => Merge(milestone, changes.GetValueOrDefault(milestone.Id)));
        var added = settings.Changes.Where(change => !defaults.Any(milestone => string.Equals(milestone.Id, change.Id, StringComparison.OrdinalIgnoreCase)));
        var calendar = settings.MoveToWorkingDay ? WorkingDays.Of(engagement) : null;
        return
        [
            .. kept.Concat(added)
                .Select(setting => Plan(setting, engagement, calendar))
                .OrderBy(milestone => milestone.Due).ThenBy(milestone => milestone.Day).ThenBy(milestone => milestone.Id, StringComparer.Ordinal),
        ];
    }

    private static MilestoneSetting Merge(MilestoneSetting milestone, MilestoneSetting? change) => change is null ? milestone : milestone with
    {
        Day = change.Day ?? milestone.Day,
        Due = change.Due,
        Reason = change.Reason,
        Title = change.Title ?? milestone.Title,
        Owner = change.Owner,
        Criteria = change.Criteria ?? milestone.Criteria,
    };

    private static PlannedMilestone Plan(MilestoneSetting setting, Engagement engagement, WorkingDays? calendar)
    {
        var day = setting.Day ?? 0;
        var computed = engagement.Start.PlusDays(day);
        var first = calendar?.OnOrAfter(computed) ?? computed;
        var criteria = (setting.Criteria ?? []).Select((criterion, index) => new PlannedCriterion(
            setting.Id + "-" + (index + 1).ToString(CultureInfo.InvariantCulture), criterion.Owner ?? setting.Owner, criterion));
        return new(
            setting.Id, day, setting.Title ?? new(Locale.EnUs.PlanDay(day), Locale.FrFr.PlanDay(day)),
            setting.Due ?? first, first, setting.Reason, setting.Owner, [.. criteria]);
    }
}
