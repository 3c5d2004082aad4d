namespace OpsAutomation.Engagements;

/// <summary>Belgium: royal decree of 18 April 1974, article 1. Luxembourg: Code du travail, L.232-2 (Europe Day since 2019).</summary>
internal static class BeneluxHolidays
{
    public static void AddBelgian(HolidayRules rules) =>
        rules.NewYear().EasterMonday().LabourDayOfMay().Ascension().WhitMonday()
            .Fixed(7, 21, "Belgian National Day", "Fête nationale")
            .Assumption().AllSaints()
            .Fixed(11, 11, "Armistice Day", "Armistice")
            .Christmas();

    public static void AddLuxembourgish(HolidayRules rules)
    {
        rules.NewYear().EasterMonday().LabourDayOfMay().Ascension().WhitMonday()
            .Fixed(6, 23, "National Day", "Fête nationale")
            .Assumption().AllSaints().Christmas()
            .Fixed(12, 26, "St Stephen's Day", "Saint-Étienne");
        if (rules.Year >= 2019)
            rules.Fixed(5, 9, "Europe Day", "Journée de l'Europe");
    }
}
