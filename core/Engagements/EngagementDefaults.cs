using OpsAutomation.Locales;

namespace OpsAutomation.Engagements;

/// <summary>What an engagement has where its file says nothing: by locale and by size.</summary>
public static class EngagementDefaults
{
    /// <summary>The ids of the default plan's milestones.</summary>
    public static IReadOnlyList<string> Milestones { get; } = ["J10", "J30", "J60", "J90"];

    /// <summary>The currency (ISO 4217) of a locale's country.</summary>
    public static string CurrencyOf(Locale locale) => CountryOf(locale) switch
    {
        "CH" => "CHF",
        "CA" => "CAD",
        "US" => "USD",
        "GB" => "GBP",
        "AU" => "AUD",
        "NZ" => "NZD",
        _ => "EUR",
    };

    /// <summary>The IANA time zone of a locale's country; of a country with several, where most companies are.</summary>
    public static string ZoneOf(Locale locale) => CountryOf(locale) switch
    {
        "BE" => "Europe/Brussels",
        "CH" => "Europe/Zurich",
        "CA" => "America/Toronto",
        "US" => "America/New_York",
        "GB" => "Europe/London",
        "IE" => "Europe/Dublin",
        "AU" => "Australia/Sydney",
        "NZ" => "Pacific/Auckland",
        _ => "Europe/Paris",
    };

    /// <summary>The country of a locale, ISO 3166.</summary>
    public static string CountryOf(Locale locale) => locale.Id[^2..];

    /// <summary>The region of a locale where its language names one: Quebec for <c>fr-CA</c>; else null.</summary>
    public static string? RegionOf(Locale locale) => locale.Id == "fr-CA" ? "CA-QC" : null;

    /// <summary>The KPIs that are followed: five for a solo business, more the larger the company.</summary>
    public static IReadOnlyList<string> FollowedKpis(EngagementSize size) => size switch
    {
        EngagementSize.Solo => ["sales.won-amount", "sales.open-pipeline", "finance.cash", "finance.overdue-amount", "delivery.lead-time-days"],
        EngagementSize.Small =>
        [
            "sales.won-amount", "sales.win-rate", "sales.open-pipeline", "finance.cash", "finance.overdue-amount",
            "delivery.lead-time-days", "delivery.on-time-rate", "customers.nps",
        ],
        _ =>
        [
            "sales.won-amount", "sales.win-rate", "sales.open-pipeline", "finance.cash", "finance.gross-margin", "finance.overdue-amount",
            "finance.dso-days", "delivery.lead-time-days", "delivery.on-time-rate", "delivery.load-rate",
            "customers.churn-rate", "customers.nps", "support.first-response-hours",
        ],
    };
}
