using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Samples;

/// <summary>Dates and amounts as tools write them.</summary>
internal static class Written
{
    public static string As(this LocalDateTime moment, string pattern) => LocalDateTimePattern.CreateWithInvariantCulture(pattern).Format(moment);

    public static string As(this LocalDate day, string pattern) => LocalDatePattern.CreateWithInvariantCulture(pattern).Format(day);

    public static string As(this LocalDate? day, string pattern) => day?.As(pattern) ?? "";

    /// <summary>French amounts: U+00A0 between thousands, decimal comma.</summary>
    public static string French(this decimal amount)
    {
        var digits = amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');
        return digits.Length > 6 ? digits[..^6] + "\u00a0" + digits[^6..] : digits;
    }

    /// <summary>Amounts of a FEC: decimal comma and nothing else.</summary>
    public static string Fec(this decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture).Replace('.', ',');

    public static string Plain(this decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
