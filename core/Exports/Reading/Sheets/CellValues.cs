using System.Globalization;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Numbers and serial dates of cells as canonical text.</summary>
internal static class CellValues
{
    /// <summary>The number without noise, exponent or idle zeros: <c>0.30000000000000004</c> is <c>0.3</c>, <c>27217.0</c> is <c>27217</c>.</summary>
    public static string Number(double value)
    {
        if (!double.IsFinite(value))
            return "";
        if (Math.Abs(value) >= 1e15)
            return Math.Abs(value) < 1e28 ? ((decimal)value).ToString(CultureInfo.InvariantCulture) : value.ToString("R", CultureInfo.InvariantCulture);
        var text = decimal.TryParse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : "0";
        return text == "-0" ? "0" : text;
    }

    /// <summary>The number as written where that is canonical already, which keeps ids of more than 15 digits.</summary>
    public static string? Number(string written)
    {
        var digits = 0;
        var plain = written.Length > 0;
        for (var i = 0; i < written.Length && plain; i++)
        {
            if (char.IsAsciiDigit(written[i]))
                digits++;
            else
                plain = i == 0 && written[i] == '-';
        }

        if (plain && digits > 0 && digits <= 28 && (written[0] != '0' || written.Length == 1))
            return written;
        return double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? Number(value) : null;
    }

    /// <summary>
    /// The day of a serial number as <c>yyyy-MM-dd</c>, with <c>THH:mm:ss</c> where it has a time; null where no day has that number.
    /// In the 1900 system serial 60 is a day that never was; days before it count from one day later.
    /// </summary>
    public static string? Date(double serial, bool startsIn1904)
    {
        if (!(serial >= 0 && serial < 2_958_466))
            return null;
        var start = startsIn1904 ? new DateTime(1904, 1, 1) : serial < 60 ? new DateTime(1899, 12, 31) : new DateTime(1899, 12, 30);
        var seconds = Math.Round(serial * 86_400, MidpointRounding.AwayFromZero);
        return Iso(start.AddSeconds(seconds));
    }

    /// <summary>The date as ISO text, without a time at midnight.</summary>
    public static string Iso(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A time or a duration as <c>HH:mm:ss</c>; hours go beyond 24.</summary>
    public static string Time(double serial)
    {
        var seconds = (long)Math.Round(Math.Abs(serial) * 86_400, MidpointRounding.AwayFromZero);
        return string.Create(CultureInfo.InvariantCulture, $"{(serial < 0 ? "-" : "")}{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
