using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>
/// Canada: Canada Labour Code, s. 166; Quebec: Act respecting labour standards, s. 60, and National Holiday Act; Ontario: Employment
/// Standards Act, s. 1. Another province has the federal days.
/// </summary>
internal static class CanadianHolidays
{
    public static void Add(HolidayRules rules, string? province)
    {
        // Quebec employers choose Good Friday or Easter Monday: Good Friday here.
        rules.NewYear().GoodFriday();
        var mayMonday = new LocalDate(rules.Year, 5, 25).Previous(IsoDayOfWeek.Monday);
        if (province == "CA-QC")
            rules.Add(mayMonday, "National Patriots' Day", "Journée nationale des patriotes")
                .Add(OffSunday(new(rules.Year, 6, 24)), "Quebec National Holiday", "Fête nationale du Québec");
        else
            rules.Add(mayMonday, "Victoria Day", "Fête de la Reine");
        rules.Add(OffSunday(new(rules.Year, 7, 1)), "Canada Day", "Fête du Canada")
            .Nth(1, IsoDayOfWeek.Monday, 9, "Labour Day", "Fête du Travail")
            .Nth(2, IsoDayOfWeek.Monday, 10, "Thanksgiving", "Action de grâce")
            .Christmas();
        if (province == "CA-QC")
            return;
        rules.Fixed(12, 26, "Boxing Day", "Lendemain de Noël");
        if (province == "CA-ON")
        {
            rules.Nth(3, IsoDayOfWeek.Monday, 2, "Family Day", "Jour de la Famille");
            return;
        }

        rules.Fixed(11, 11, "Remembrance Day", "Jour du Souvenir");
        if (rules.Year >= 2021)
            rules.Fixed(9, 30, "Truth and Reconciliation Day", "Journée de la vérité et de la réconciliation");
    }

    private static LocalDate OffSunday(LocalDate day) => day.DayOfWeek == IsoDayOfWeek.Sunday ? day.PlusDays(1) : day;
}
