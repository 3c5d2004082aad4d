using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace OpsAutomation.Local.Sources;

/// <summary>The date of a message (RFC 5322, 3.3 and 4.3).</summary>
internal static partial class MimeDate
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>The moment, or null where the text is no date. A zone that has only a name other than GMT counts as GMT, as the standard says.</summary>
    public static Instant? Read(string? text)
    {
        if (text is null || Shape().Match(text) is not { Success: true } match)
            return null;
        int Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var month = Array.IndexOf(Months, match.Groups["month"].Value.ToLowerInvariant()) + 1;
        var zone = match.Groups["zone"].Success ? (match.Groups["sign"].Value == "-" ? -1 : 1) * ((Number("hours") * 60) + Number("minutes")) : 0;
        var (day, hour, minute, second) = (Number("day"), Number("hour"), Number("minute"), Math.Min(Number("second"), 59));
        var year = Number("year");
        var isDate = month > 0 && year is >= 1900 and <= 9998 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month) && hour < 24 && minute < 60;
        return isDate ? Instant.FromUtc(year, month, day, hour, minute, second) - Duration.FromMinutes(zone) : null;
    }

    [GeneratedRegex(@"\A\s*(?:\w{3},\s*)?(?<day>\d{1,2})\s+(?<month>\w{3})\s+(?<year>\d{4})\s+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\s+(?<zone>(?<sign>[+-])(?<hours>\d{2})(?<minutes>\d{2})))?")]
    private static partial Regex Shape();
}
