namespace OpsAutomation.Locales;

/// <content>Names of months and days, ordinals and the days of the plan.</content>
public sealed partial record Locale
{
    private static readonly string[] FrenchMonths =
        ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];

    private static readonly string[] FrenchShortMonths =
        ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."];

    private static readonly string[] EnglishMonths =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    private static readonly string[] FrenchDays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    private static readonly string[] EnglishDays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>The name of a month, 1 to 12: <c>novembre</c>, <c>November</c>.</summary>
    public string MonthName(int month) => (Language == Language.French ? FrenchMonths : EnglishMonths)[month - 1];

    /// <summary>The short name of a month, 1 to 12: <c>nov.</c>, <c>Nov</c>.</summary>
    public string ShortMonthName(int month) => Language == Language.French ? FrenchShortMonths[month - 1] : EnglishMonths[month - 1][..3];

    /// <summary>The name of a day of the week: <c>lundi</c>, <c>Monday</c>.</summary>
    public string DayName(NodaTime.IsoDayOfWeek day) => (Language == Language.French ? FrenchDays : EnglishDays)[(int)day - 1];

    /// <summary>A day of the 30-60-90 plan: <c>J+30</c>, <c>Day 30</c>.</summary>
    public string PlanDay(int day)
    {
        var digits = Math.Abs(day).ToString(System.Globalization.CultureInfo.InvariantCulture);
        return (Language, day) switch
        {
            (Language.French, < 0) => "J\u2212" + digits,
            (Language.French, _) => "J+" + digits,
            (_, < 0) => "Day \u2212" + digits,
            _ => "Day " + digits,
        };
    }

    /// <summary>An ordinal: <c>1er</c> or <c>1re</c>, <c>2e</c>; <c>1st</c>, <c>2nd</c>, <c>11th</c>.</summary>
    public string Ordinal(int number, bool feminine = false)
    {
        if (Language == Language.French)
            return Number(number, 0) + (number != 1 ? "e" : feminine ? "re" : "er");
        var suffix = (Math.Abs(number) % 100, Math.Abs(number) % 10) switch
        {
            (11 or 12 or 13, _) => "th",
            (_, 1) => "st",
            (_, 2) => "nd",
            (_, 3) => "rd",
            _ => "th",
        };
        return Number(number, 0) + suffix;
    }
}
