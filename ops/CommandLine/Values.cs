using System.Globalization;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Locales;

namespace OpsAutomation.Ops.CommandLine;

/// <summary>Reads the values of options and arguments.</summary>
internal static class Values
{
    // Outside these the day before, the week after and the year's holidays would leave the calendar.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    /// <summary>Reads a day of the years 1900 to 2199 written <c>2026-11-23</c>; null where the option is not given.</summary>
    public static LocalDate? Date(string? text, string option)
    {
        if (text is null)
            return null;
        return LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= FirstYear and <= LastYear } day }
            ? day
            : throw OpsException.WrongUsage(
                $"{option} is not a date: write year, month and day, as in 2026-11-23.",
                $"{option} n'est pas une date : écrivez année, mois et jour, comme 2026-11-23.");
    }

    /// <summary>Reads a period of two days, both included; both null where neither is given.</summary>
    public static (LocalDate? From, LocalDate? To) Period(string? from, string? to)
    {
        var (first, last) = (Date(from, "--from"), Date(to, "--to"));
        if (first is null != last is null)
        {
            throw OpsException.WrongUsage(
                "A period has two ends: give both --from and --to, or neither for the last complete period.",
                "Une période a deux bornes : donnez --from et --to, ou aucune des deux pour la dernière période complète.");
        }

        return last >= first || first is null
            ? (first, last)
            : throw OpsException.WrongUsage(
                "The period ends before it begins: --to must not lie before --from.",
                "La période finit avant de commencer : --to ne peut pas précéder --from.");
    }

    /// <summary>
    /// Reads a number as people of the locale write it: <c>1 234,5</c>, <c>1,234.5</c>, <c>1'234.50</c>. With both marks the last one is the
    /// decimal mark; a single point is decimal, as scripts write it; so is a single comma, unless three digits follow it where people group by commas.
    /// </summary>
    public static decimal Number(string text, Locale locale, string what)
    {
        var bare = string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c is not ('\'' or '’' or '_')))
            .Replace('\u2212', '-');
        var mark = DecimalMarkOf(bare, locale);
        var plain = string.Concat(bare.Where(c => c is not ('.' or ',') || c == mark).Select(c => c == mark ? '.' : c));
        return decimal.TryParse(
                plain,
                System.Globalization.NumberStyles.AllowLeadingSign | System.Globalization.NumberStyles.AllowDecimalPoint,
                System.Globalization.CultureInfo.InvariantCulture,
                out var value)
            ? value
            : throw OpsException.WrongUsage(
                $"{what} is not a number: write for example {locale.Number(1234.5m)} or 1234.5.",
                $"{what} n'est pas un nombre : écrivez par exemple {locale.Number(1234.5m)} ou 1234.5.");
    }

    private static char DecimalMarkOf(string text, Locale locale)
    {
        var points = text.Count(c => c == '.');
        var commas = text.Count(c => c == ',');
        if (points > 0 && commas > 0)
            return text.LastIndexOf('.') > text.LastIndexOf(',') ? '.' : ',';
        if (points + commas != 1)
            return points > 1 ? ',' : commas > 1 ? '.' : locale.DecimalMark;
        var isGrouping = commas == 1 && locale.DecimalMark == '.' && text.Length - 1 - text.IndexOf(',') == 3;
        return isGrouping || points == 1 ? '.' : ',';
    }

    /// <summary>A port, or null where none is given.</summary>
    /// <exception cref="OpsException">Wrong usage: it is no port.</exception>
    public static int? Port(string? text)
    {
        if (text is null)
            return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 65535
            ? number
            : throw OpsException.WrongUsage("--port is a number from 0 to 65535.", "--port est un nombre de 0 à 65535.");
    }
}
