using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Calendars;

/// <summary>
/// The well-known recurring statutory dates of a small company in France, Belgium, Switzerland, Canada with Quebec, the United Kingdom and the United
/// States, as the law stands in November 2026. They are a list to check with an accountant, not advice: regimes, thresholds and extensions differ.
/// </summary>
public static class LegalDates
{
    private static readonly Dictionary<string, (IReadOnlyList<LegalDate> Dates, IReadOnlyList<LegalReminder> Reminders)> Countries = new(StringComparer.OrdinalIgnoreCase)
    {
        ["FR"] = (FrenchDates.All, FrenchDates.Reminders),
        ["BE"] = (BelgianDates.All, BelgianDates.Reminders),
        ["CH"] = (SwissDates.All, SwissDates.Reminders),
        ["CA"] = (CanadianDates.All, CanadianDates.Reminders),
        ["GB"] = (BritishDates.All, BritishDates.Reminders),
        ["US"] = (AmericanDates.All, AmericanDates.Reminders),
    };

    /// <summary>Every date of every country.</summary>
    public static IReadOnlyList<LegalDate> All { get; } = [.. Countries.Values.SelectMany(country => country.Dates)];

    /// <summary>Whether there is a list for a country.</summary>
    public static bool Know(string country) => Countries.ContainsKey(country);

    /// <summary>The dates that concern an engagement's client, by country, region and number of employees.</summary>
    public static IReadOnlyList<LegalDate> For(Engagement engagement)
    {
        if (!Countries.TryGetValue(engagement.Country, out var country))
            return [];
        var people = Headcount(engagement);
        return
        [
            .. country.Dates.Where(date => (date.Region is null || string.Equals(date.Region, engagement.Region, StringComparison.OrdinalIgnoreCase))
                && people >= date.From && people < date.Below
                && !engagement.Calendar.Without.Contains(date.Id, StringComparer.Ordinal)),
        ];
    }

    /// <summary>The duties of the country whose day is the company's own.</summary>
    public static IReadOnlyList<LegalReminder> RemindersFor(Engagement engagement) =>
        Countries.TryGetValue(engagement.Country, out var country) ? country.Reminders : [];

    /// <summary>The number of employees that thresholds are compared with: as the engagement says, else what its size suggests.</summary>
    public static int Headcount(Engagement engagement) => engagement.Scope.Headcount ?? engagement.Size switch
    {
        EngagementSize.Solo => 1,
        EngagementSize.Small => 15,
        _ => 60,
    };
}
