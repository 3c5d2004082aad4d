using System.Globalization;
using System.Text;

namespace OpsAutomation.Locales;

/// <content>Numbers. Rounding is half away from zero, as people round by hand; a figure that rounds to zero has no sign.</content>
public sealed partial record Locale
{
    /// <summary>The sign of negative numbers: U+2212, as wide as a plus and never a place to break a line.</summary>
    public const char Minus = '\u2212';

    private const char NoBreakSpace = '\u00a0';

    /// <summary>A number, such as <c>1 234,5</c>: with so many decimals, or where null with at most two, without trailing zeros.</summary>
    public string Number(decimal value, int? decimals = null)
    {
        var rounded = Round(value, decimals ?? 2);
        return SignOf(rounded, plus: false) + Digits(rounded, decimals);
    }

    /// <summary>A number with its sign, such as <c>+7,2</c> or <c>−2</c>; zero has none.</summary>
    public string SignedNumber(decimal value, int? decimals = null)
    {
        var rounded = Round(value, decimals ?? 2);
        return SignOf(rounded, plus: true) + Digits(rounded, decimals);
    }

    /// <summary>A percentage, given in percent: 63.15 is <c>63,2 %</c> in French (U+00A0 before the sign) and <c>63.2%</c> in English.</summary>
    public string Percent(decimal value, int decimals = 1) => Number(value, decimals) + PercentSign;

    /// <summary>A percentage with its sign: a relative change. The change of a percentage is in points: <see cref="SignedPoints"/>.</summary>
    public string SignedPercent(decimal value, int decimals = 1) => SignedNumber(value, decimals) + PercentSign;

    /// <summary>The change of a percentage, in points: <c>+2,3 points</c>. French counts in the singular below two.</summary>
    public string SignedPoints(decimal value, int decimals = 1)
    {
        var singular = Language == Language.French
            ? Math.Abs(Round(value, decimals)) < 2m
            : decimals == 0 && Math.Abs(Round(value, 0)) == 1m;
        return SignedNumber(value, decimals) + NoBreakSpace + (singular ? "point" : "points");
    }

    private string PercentSign => Language == Language.French ? "\u00a0%" : "%";

    private static decimal Round(decimal value, int decimals) => Math.Round(value, decimals, MidpointRounding.AwayFromZero);

    private static string SignOf(decimal rounded, bool plus) => rounded switch
    {
        < 0 => "\u2212",
        > 0 when plus => "+",
        _ => "",
    };

    // The digits of a rounded value without its sign.
    private string Digits(decimal rounded, int? decimals)
    {
        var plain = Math.Abs(rounded).ToString(decimals is { } count ? "F" + count : "0.##", CultureInfo.InvariantCulture);
        var point = plain.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? plain : plain[..point];
        var text = new StringBuilder(plain.Length + 8);
        for (var i = 0; i < whole.Length; i++)
        {
            if (i > 0 && (whole.Length - i) % 3 == 0)
                text.Append(GroupSeparator);
            text.Append(whole[i]);
        }

        if (point >= 0)
            text.Append(DecimalMark).Append(plain, point + 1, plain.Length - point - 1);
        return text.ToString();
    }
}
