using System.Text;
using NodaTime;

namespace OpsAutomation.Exports.Mapping;

/// <summary>
/// Column names as they are compared: without case, accents (composed or decomposed), blanks of any kind, underscores, apostrophes and other punctuation.
/// </summary>
public static class HeaderName
{
    // The runtime folds nothing beyond ASCII without ICU, so the letters that occur in headers of Latin languages are listed here.
    private const string Accented = "àáâãäåāăąçćčďđèéêëēėęěìíîïīįłñńňòóôõöøōőřśšßťùúûüūůűýÿźżž";
    private const string Plain = "aaaaaaaaacccddeeeeeeeeiiiiiilnnnoooooooorssstuuuuuuuyyzzz";

    private static readonly string[] Units = ["seconds", "secondes", "sec", "s", "minutes", "min", "mins", "hours", "heures", "hrs", "h", "days", "jours", "j", "d", "ms", "milliseconds"];

    /// <summary>The key of a name: lower-case letters and digits without accents, and the signs <c>#</c> and <c>%</c>.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var lower = char.ToLowerInvariant(character);
            if (lower is >= 'a' and <= 'z' or >= '0' and <= '9' or '#' or '%')
            {
                key.Append(lower);
                continue;
            }

            if (lower < 0x80 || lower is >= '\u0300' and <= '\u036f')
                continue;
            var at = Accented.IndexOf(lower, StringComparison.Ordinal);
            if (at >= 0)
                key.Append(Plain[at]);
            else if (lower == 'œ')
                key.Append("oe");
            else if (lower == 'æ')
                key.Append("ae");
            else if (lower is '№' or '°' or 'º')
                key.Append(lower == '№' ? "no" : "o");
            else if (char.IsLetterOrDigit(lower))
                key.Append(lower);
        }

        return key.ToString();
    }

    /// <summary>The key without a time zone or a unit in brackets at the end: <c>Created (UTC)</c> as <c>created</c>.</summary>
    public static string KeyWithoutQualifier(string name)
    {
        var open = name.LastIndexOfAny(['(', '[']);
        return open > 0 && name.TrimEnd(' ', '\u00a0', '*', ':').EndsWith(name[open] == '(' ? ')' : ']') ? Key(name[..open]) : Key(name);
    }

    /// <summary>The zone that a name gives, as in <c>Started at (Europe/Berlin)</c>, <c>Created (UTC)</c> or <c>created_utc</c>; null for none.</summary>
    public static DateTimeZone? ZoneOf(string name)
    {
        if (Bracketed(name) is { } text)
        {
            if (text.Equals("utc", StringComparison.OrdinalIgnoreCase) || text.Equals("gmt", StringComparison.OrdinalIgnoreCase) || text.Equals("z", StringComparison.OrdinalIgnoreCase))
                return DateTimeZone.Utc;
            if (text.Contains('/') && DateTimeZoneProviders.Tzdb.GetZoneOrNull(text) is { } zone)
                return zone;
            if ((text.StartsWith("UTC", StringComparison.OrdinalIgnoreCase) || text.StartsWith("GMT", StringComparison.OrdinalIgnoreCase)) && OffsetOf(text[3..]) is { } offset)
                return DateTimeZone.ForOffset(offset);
        }

        return name.EndsWith("_utc", StringComparison.OrdinalIgnoreCase) || name.EndsWith(" UTC", StringComparison.Ordinal) ? DateTimeZone.Utc : null;
    }

    /// <summary>The unit of a duration that a name gives, as in <c>First response time (seconds)</c> or <c>time_spent_ms</c>; null for none.</summary>
    public static string? UnitOf(string name)
    {
        if (Bracketed(name)?.ToLowerInvariant() is { } text && Units.Contains(text, StringComparer.Ordinal))
            return text;
        var last = name.LastIndexOfAny([' ', '_']);
        return last > 0 && name[(last + 1)..].ToLowerInvariant() is { Length: > 1 } word && Units.Contains(word, StringComparer.Ordinal) ? word : null;
    }

    private static string? Bracketed(string name)
    {
        var open = name.LastIndexOfAny(['(', '[']);
        var close = open < 0 ? -1 : name.IndexOf(name[open] == '(' ? ')' : ']', open);
        return close > open + 1 ? name[(open + 1)..close].Trim() : null;
    }

    private static Offset? OffsetOf(string text)
    {
        text = text.Trim();
        if (text.Length < 2 || text[0] is not ('+' or '-' or '−'))
            return null;
        var parts = text[1..].Split(':');
        if (!int.TryParse(parts[0], out var hours) || hours > 18)
            return null;
        var minutes = parts.Length > 1 && int.TryParse(parts[1], out var rest) ? rest : 0;
        var total = (hours * 60) + minutes;
        return Offset.FromSeconds((text[0] == '+' ? total : -total) * 60);
    }
}
