using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Australia: the days that all states keep (Fair Work Act 2009, s. 115). New Zealand: Holidays Act 2003, s. 44, 45A and schedule 1.</summary>
internal static class PacificHolidays
{
    // Te Kāhui o Matariki Public Holiday Act 2022, schedule 1.
    private static readonly (int Year, int Month, int Day)[] Matariki =
    [
        (2022, 6, 24), (2023, 7, 14), (2024, 6, 28), (2025, 6, 20), (2026, 7, 10), (2027, 6, 25), (2028, 7, 14),
        (2029, 7, 6), (2030, 6, 21), (2031, 7, 11), (2032, 7, 2),
    ];

    public static void AddAustralian(HolidayRules rules) =>
        rules.NewYear()
            .Fixed(1, 26, "Australia Day", "Fête nationale")
            .GoodFriday().EasterMonday()
            .Fixed(4, 25, "Anzac Day", "Anzac Day")
            .Christmas()
            .Fixed(12, 26, "Boxing Day", "Lendemain de Noël")
            .MoveOffWeekends(which: holiday => holiday.Day.Month != 4);

    public static void AddNewZealand(HolidayRules rules)
    {
        rules.NewYear()
            .Fixed(1, 2, "Day after New Year's Day", "Lendemain du Jour de l'An")
            .Fixed(2, 6, "Waitangi Day", "Jour de Waitangi")
            .GoodFriday().EasterMonday()
            .Fixed(4, 25, "Anzac Day", "Anzac Day")
            .Nth(1, IsoDayOfWeek.Monday, 6, "King's Birthday", "Anniversaire du roi")
            .Nth(4, IsoDayOfWeek.Monday, 10, "Labour Day", "Fête du Travail")
            .Christmas()
            .Fixed(12, 26, "Boxing Day", "Lendemain de Noël")
            .MoveOffWeekends();
        foreach (var (year, month, day) in Matariki.Where(date => date.Year == rules.Year))
            rules.Fixed(month, day, "Matariki", "Matariki");
    }
}
