using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Mornings;

/// <summary>Says why an item is on the daily list, and why there.</summary>
internal static class DailyWords
{
    /// <summary>The reason, as a reader of the locale reads it.</summary>
    public static string Why(MorningItem item, LocalDate today, Locale locale)
    {
        var french = locale.Language == Language.French;
        string Say(string en, string fr) => french ? fr : en;
        var due = item.Due is { } day ? locale.DayMonth(day) : "";
        var late = item.Due is { } since ? Period.DaysBetween(since, today) : 0;
        var behind = late > 0 ? Say($"{locale.Number(late, 0)}\u00a0d late, due {due}", $"{locale.Number(late, 0)}\u00a0j de retard, échéance {due}") : "";
        return item.Rule switch
        {
            DailyRule.Blocked => item.Due is null ? Say("stands still", "à l'arrêt") : Say($"stands still since {due}", $"à l'arrêt depuis le {due}"),
            DailyRule.DecisionLate => Say($"decision {behind}: others wait for it", $"décision, {behind}\u00a0: d'autres l'attendent"),
            DailyRule.MilestoneLate => Say($"milestone {behind}", $"jalon, {behind}"),
            DailyRule.DecisionToday => Say("to be decided today", "à trancher aujourd'hui"),
            DailyRule.MilestoneToday => Say("milestone due today", "jalon dû aujourd'hui"),
            DailyRule.WorkLate or DailyRule.TaskLate => behind,
            DailyRule.WorkToday => Say("due today", "dû aujourd'hui"),
            DailyRule.KpiAlone => Missed(item, locale, Say) + Say(", no open action", ", aucune action ouverte"),
            DailyRule.KpiInHand => Missed(item, locale, Say) + Say($", {item.InHand} under way", $", {item.InHand} en cours"),
            DailyRule.DecisionSoon => Say($"to be decided by {due}", $"à trancher avant le {due}"),
            DailyRule.MilestoneSoon => late > 0 ? behind : Say($"due {due}", $"échéance {due}"),
            DailyRule.ReviewLate => Say($"review due since {due}", $"revue attendue depuis le {due}"),
            DailyRule.ReviewSoon => Say($"review due {due}", $"revue due le {due}"),
            DailyRule.WorkSoon => Say($"due {due}", $"échéance {due}"),
            _ when item.Kind == MorningKind.Decision => Say("no date: set one", "sans échéance\u00a0: en fixer une"),
            _ => item.Due is null ? Say("no date", "sans échéance") : Say($"since {due}", $"depuis le {due}"),
        };
    }

    private static string Missed(MorningItem item, Locale locale, Func<string, string, string> say) => item.Miss <= 0m
        ? say("misses its target", "manque sa cible")
        : say($"misses its target by {locale.Percent(item.Miss * 100m, 0)}", $"manque sa cible de {locale.Percent(item.Miss * 100m, 0)}");
}
