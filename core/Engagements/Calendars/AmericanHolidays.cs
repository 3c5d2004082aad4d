using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>United States: federal holidays, 5 U.S.C. 6103, as observed: Saturday on the Friday before, Sunday on the Monday after.</summary>
internal static class AmericanHolidays
{
    public static void Add(HolidayRules rules)
    {
        Observed(rules, new(rules.Year, 1, 1), "New Year's Day", "Jour de l'An");
        rules.Nth(3, IsoDayOfWeek.Monday, 1, "Martin Luther King Day", "Journée Martin Luther King")
            .Nth(3, IsoDayOfWeek.Monday, 2, "Washington's Birthday", "Anniversaire de Washington")
            .Nth(-1, IsoDayOfWeek.Monday, 5, "Memorial Day", "Memorial Day")
            .Nth(1, IsoDayOfWeek.Monday, 9, "Labor Day", "Fête du Travail")
            .Nth(2, IsoDayOfWeek.Monday, 10, "Columbus Day", "Jour de Christophe Colomb")
            .Nth(4, IsoDayOfWeek.Thursday, 11, "Thanksgiving", "Thanksgiving");
        if (rules.Year >= 2021)
            Observed(rules, new(rules.Year, 6, 19), "Juneteenth", "Juneteenth");
        Observed(rules, new(rules.Year, 7, 4), "Independence Day", "Fête nationale");
        Observed(rules, new(rules.Year, 11, 11), "Veterans Day", "Jour des anciens combattants");
        Observed(rules, new(rules.Year, 12, 25), "Christmas Day", "Noël");

        // A New Year's Day on a Saturday is observed in the year before.
        Observed(rules, new(rules.Year + 1, 1, 1), "New Year's Day", "Jour de l'An");
    }

    private static void Observed(HolidayRules rules, LocalDate day, string en, string fr)
    {
        var observed = day.DayOfWeek switch
        {
            IsoDayOfWeek.Saturday => day.PlusDays(-1),
            IsoDayOfWeek.Sunday => day.PlusDays(1),
            _ => day,
        };
        if (observed.Year == rules.Year)
            rules.Add(observed, en, fr);
    }
}
