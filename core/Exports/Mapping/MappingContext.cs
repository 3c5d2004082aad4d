using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What an engagement says about files that leave something open.</summary>
/// <param name="Locale">Decides date orders and decimal marks that all values leave open.</param>
/// <param name="Zone">The zone of days, and of times that name none.</param>
/// <param name="Currency">The currency of amounts that name none.</param>
/// <param name="FiscalYearStartMonth">The first month of the fiscal year, 1 to 12.</param>
/// <param name="Taken">The day the data are of, where it was said.</param>
public sealed record MappingContext(Locale Locale, DateTimeZone Zone, string Currency, int FiscalYearStartMonth = 1, LocalDate? Taken = null)
{
    /// <summary>The context of an engagement.</summary>
    public static MappingContext Of(Engagement engagement, LocalDate? taken = null) =>
        new(engagement.Locale, engagement.Zone, engagement.Currency, engagement.FiscalYearStartMonth, taken);

    /// <summary>The context of no engagement: what a locale usually goes with.</summary>
    public static MappingContext Of(Locale locale, DateTimeZone zone) => new(locale, zone, locale.Language == Language.French ? "EUR" : "USD");
}
