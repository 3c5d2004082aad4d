using System.Globalization;

namespace OpsAutomation.Exports.Reading;

/// <summary>Tells values from names by their look, for finding headers and totals; what a value means is not decided here.</summary>
internal static class CellLook
{
    private static readonly string[] Currencies = ["EUR", "USD", "GBP", "CHF", "CAD", "AUD", "NZD", "JPY", "SEK", "NOK", "DKK", "PLN"];

    /// <summary>An amount or a count: digits with marks, signs, spaces, currency signs or a currency code around them.</summary>
    public static bool IsAmount(string cell)
    {
        var digits = 0;
        cell = WithoutCurrency(cell);
        for (var i = 0; i < cell.Length; i++)
        {
            var c = cell[i];
            if (char.IsAsciiDigit(c))
                digits++;
            else if (c is '-' or '\u2212' && i > 0 && i < cell.Length - 1 && char.IsAsciiDigit(cell[i - 1]))
                return false;
            else if (c is not ('.' or ',' or '\'' or '\u2019' or ' ' or '\u00a0' or '\u202f' or '(' or ')' or '+' or '-' or '\u2212' or '%')
                && char.GetUnicodeCategory(c) != UnicodeCategory.CurrencySymbol)
                return false;
        }

        return digits > 0;
    }

    /// <summary>
    /// A value that no column is called: a number other than a year, a date with a day, a mail address or a web address.
    /// </summary>
    public static bool IsValue(string cell)
    {
        if (cell.Length == 0)
            return false;
        if (cell.Length == 4 && int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100)
            return false;
        if (IsAmount(cell) || IsDate(cell) || cell.StartsWith("http://", StringComparison.Ordinal) || cell.StartsWith("https://", StringComparison.Ordinal))
            return true;
        var at = cell.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && cell.IndexOf('.', at) > at + 1 && !cell.Contains(' ', StringComparison.Ordinal);
    }

    private static string WithoutCurrency(string cell)
    {
        if (cell.Length < 4)
            return cell;
        if (Array.IndexOf(Currencies, cell[^3..]) >= 0)
            return cell[..^3];
        return Array.IndexOf(Currencies, cell[..3]) >= 0 ? cell[3..] : cell;
    }

    /// <summary>Digits in groups by the separators of dates and times, such as <c>2024-03-01 08:15</c> or <c>1/3/24</c>.</summary>
    private static bool IsDate(string cell)
    {
        var separators = 0;
        if (!char.IsAsciiDigit(cell[0]))
            return false;
        foreach (var c in cell)
        {
            if (c is '-' or '/' or '.' or ':')
                separators++;
            else if (!char.IsAsciiDigit(c) && c is not (' ' or 'T' or 'Z' or '+' or 'A' or 'P' or 'M'))
                return false;
        }

        return separators >= 2;
    }
}
