using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Ireland: Organisation of Working Time Act 1997, second schedule; St Brigid's Day since 2023. Nothing moves off weekends.</summary>
internal static class IrishHolidays
{
    public static void Add(HolidayRules rules)
    {
        rules.NewYear()
            .Fixed(3, 17, "St Patrick's Day", "Saint-Patrick")
            .EasterMonday()
            .Nth(1, IsoDayOfWeek.Monday, 5, "May bank holiday", "Jour férié de mai")
            .Nth(1, IsoDayOfWeek.Monday, 6, "June bank holiday", "Jour férié de juin")
            .Nth(1, IsoDayOfWeek.Monday, 8, "August bank holiday", "Jour férié d'août")
            .Nth(-1, IsoDayOfWeek.Monday, 10, "October bank holiday", "Jour férié d'octobre")
            .Christmas()
            .Fixed(12, 26, "St Stephen's Day", "Saint-Étienne");
        if (rules.Year < 2023)
            return;

        // The first Monday of February, unless the first is a Friday: then that Friday.
        var first = new LocalDate(rules.Year, 2, 1);
        rules.Add(
            first.DayOfWeek == IsoDayOfWeek.Friday ? first : HolidayRules.NthOf(rules.Year, 1, IsoDayOfWeek.Monday, 2),
            "St Brigid's Day",
            "Sainte-Brigitte");
    }
}
