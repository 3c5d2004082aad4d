using NodaTime;

namespace OpsAutomation.Engagements;

/// <summary>Easter Sunday of the Gregorian calendar.</summary>
internal static class Easter
{
    /// <summary>Easter Sunday, by the anonymous Gregorian algorithm (Nature, 20 April 1876; Meeus, Astronomical Algorithms, ch. 8).</summary>
    public static LocalDate Of(int year)
    {
        var golden = year % 19;
        var (century, rest) = (year / 100, year % 100);
        var (leapCenturies, centuryRest) = (century / 4, century % 4);
        var moonCorrection = (century - ((century + 8) / 25) + 1) / 3;
        var epact = ((19 * golden) + century - leapCenturies - moonCorrection + 15) % 30;
        var (leaps, leapRest) = (rest / 4, rest % 4);
        var weekday = (32 + (2 * centuryRest) + (2 * leaps) - epact - leapRest) % 7;
        var late = (golden + (11 * epact) + (22 * weekday)) / 451;
        var sum = epact + weekday - (7 * late) + 114;
        return new(year, sum / 31, (sum % 31) + 1);
    }
}
