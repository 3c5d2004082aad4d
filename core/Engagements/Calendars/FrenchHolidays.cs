namespace OpsAutomation.Engagements;

/// <summary>France: Code du travail, L3133-1; Alsace and Moselle, L3134-13; overseas, L3422-2 (commemoration of the abolition of slavery).</summary>
internal static class FrenchHolidays
{
    private const string Abolition = "Abolition of Slavery Day";
    private const string AbolitionFr = "Commémoration de l'abolition de l'esclavage";

    public static void Add(HolidayRules rules, string? region)
    {
        rules.NewYear().EasterMonday().LabourDayOfMay()
            .Fixed(5, 8, "Victory Day 1945", "Victoire 1945")
            .Ascension().WhitMonday()
            .Fixed(7, 14, "Bastille Day", "Fête nationale")
            .Assumption().AllSaints()
            .Fixed(11, 11, "Armistice Day 1918", "Armistice 1918")
            .Christmas();
        switch (region)
        {
            case "FR-57" or "FR-67" or "FR-68" or "FR-6AE":
                // Good Friday holds in communes with a Protestant or shared church: nearly all towns have one.
                rules.GoodFriday().Fixed(12, 26, "St Stephen's Day", "Saint-Étienne");
                break;
            case "FR-971" or "FR-GP":
                rules.Fixed(5, 27, Abolition, AbolitionFr);
                break;
            case "FR-972" or "FR-MQ":
                rules.Fixed(5, 22, Abolition, AbolitionFr);
                break;
            case "FR-973" or "FR-GF":
                rules.Fixed(6, 10, Abolition, AbolitionFr);
                break;
            case "FR-974" or "FR-RE":
                rules.Fixed(12, 20, Abolition, AbolitionFr);
                break;
            case "FR-976" or "FR-YT":
                rules.Fixed(4, 27, Abolition, AbolitionFr);
                break;
        }
    }
}
