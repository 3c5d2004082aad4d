using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>
/// Great Britain and Northern Ireland: Banking and Financial Dealings Act 1971, schedule 1, with the substitute days and the single days
/// proclaimed for 2020, 2022 and 2023. Without a region: England and Wales.
/// </summary>
internal static class BritishHolidays
{
    public static void Add(HolidayRules rules, string? region)
    {
        var scotland = region == "GB-SCT";
        rules.NewYear();
        if (scotland)
            rules.Fixed(1, 2, "2 January", "2 janvier");
        if (region == "GB-NIR")
            rules.Fixed(3, 17, "St Patrick's Day", "Saint-Patrick").Fixed(7, 12, "Battle of the Boyne", "Bataille de la Boyne");
        rules.GoodFriday();
        if (!scotland)
            rules.EasterMonday();
        AddMay(rules);
        rules.Nth(scotland ? 1 : -1, IsoDayOfWeek.Monday, 8, "Summer bank holiday", "Jour férié d'été");
        if (scotland && rules.Year >= 2007)
            rules.Fixed(11, 30, "St Andrew's Day", "Saint-André");
        rules.Christmas().Fixed(12, 26, "Boxing Day", "Lendemain de Noël").MoveOffWeekends();
    }

    private static void AddMay(HolidayRules rules)
    {
        // Moved to the 75th anniversary of VE Day.
        if (rules.Year == 2020)
            rules.Fixed(5, 8, "Early May bank holiday", "Jour férié de mai");
        else
            rules.Nth(1, IsoDayOfWeek.Monday, 5, "Early May bank holiday", "Jour férié de mai");

        if (rules.Year == 2022)
        {
            rules.Fixed(6, 2, "Spring bank holiday", "Jour férié de printemps")
                .Fixed(6, 3, "Platinum Jubilee", "Jubilé de platine")
                .Fixed(9, 19, "State Funeral", "Funérailles de la Reine");
        }
        else
        {
            rules.Nth(-1, IsoDayOfWeek.Monday, 5, "Spring bank holiday", "Jour férié de printemps");
        }

        if (rules.Year == 2023)
            rules.Fixed(5, 8, "Coronation bank holiday", "Couronnement");
    }
}
