using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>
/// Switzerland: 1 August by federal law (LTr 20a); the rest by canton. Sources: GE J 1 45; VD 822.11 art. 47; VS 822.1; NE 941.02 art. 3;
/// JU 555.1; FR 84.1; BE 555.1; ZH 822.4. Without a canton, or with another one, the days that all cantons keep.
/// </summary>
internal static class SwissHolidays
{
    public static void Add(HolidayRules rules, string? canton)
    {
        rules.NewYear().Ascension().Fixed(8, 1, "Swiss National Day", "Fête nationale").Christmas();
        switch (canton)
        {
            case "CH-GE":
                rules.GoodFriday().EasterMonday().WhitMonday()
                    .Add(HolidayRules.NthOf(rules.Year, 1, IsoDayOfWeek.Sunday, 9).PlusDays(4), "Geneva Fast", "Jeûne genevois")
                    .Fixed(12, 31, "Restoration of the Republic", "Restauration de la République");
                break;
            case "CH-VD":
                Second(rules).GoodFriday().EasterMonday().WhitMonday()
                    .Add(HolidayRules.NthOf(rules.Year, 3, IsoDayOfWeek.Sunday, 9).PlusDays(1), "Federal Fast Monday", "Lundi du Jeûne fédéral");
                break;
            case "CH-VS":
                Immaculate(rules.Fixed(3, 19, "St Joseph's Day", "Saint-Joseph").CorpusChristi().Assumption().AllSaints());
                break;
            case "CH-FR":
                // Corpus Christi, Assumption, All Saints and 8 December hold in the Catholic communes: nearly all.
                Immaculate(rules.GoodFriday().CorpusChristi().Assumption().AllSaints());
                break;
            case "CH-NE":
                AddNeuchatel(rules);
                break;
            case "CH-JU":
                Second(rules).GoodFriday().EasterMonday().LabourDayOfMay().WhitMonday().CorpusChristi()
                    .Fixed(6, 23, "Jura Independence Day", "Commémoration du plébiscite")
                    .Assumption().AllSaints();
                break;
            case "CH-BE":
                Stephen(Second(rules).GoodFriday().EasterMonday().WhitMonday());
                break;
            case "CH-ZH":
                Stephen(rules.GoodFriday().EasterMonday().LabourDayOfMay().WhitMonday());
                break;
        }
    }

    // 2 January and 26 December are holidays where the day before is a Sunday.
    private static void AddNeuchatel(HolidayRules rules)
    {
        rules.Fixed(3, 1, "Republic Day", "Instauration de la République").GoodFriday().LabourDayOfMay();
        if (new LocalDate(rules.Year, 1, 1).DayOfWeek == IsoDayOfWeek.Sunday)
            Second(rules);
        if (new LocalDate(rules.Year, 12, 25).DayOfWeek == IsoDayOfWeek.Sunday)
            Stephen(rules);
    }

    private static HolidayRules Second(HolidayRules rules) => rules.Fixed(1, 2, "Berchtold's Day", "2 janvier");

    private static HolidayRules Stephen(HolidayRules rules) => rules.Fixed(12, 26, "St Stephen's Day", "Saint-Étienne");

    private static void Immaculate(HolidayRules rules) => rules.Fixed(12, 8, "Immaculate Conception", "Immaculée Conception");
}
