using System.Text;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Reads number format codes (ECMA-376 part 1, 18.8.30 and 18.8.31) as far as dates are concerned.</summary>
internal static class NumberFormat
{
    public static NumberLook Look(int id, string? code)
    {
        if (code is not null)
            return Look(code);
        return id switch
        {
            (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 58) => NumberLook.Date,
            (>= 18 and <= 21) or (>= 32 and <= 35) or (>= 45 and <= 47) => NumberLook.Time,
            _ => NumberLook.Number,
        };
    }

    /// <summary>A year or a day makes a date; hours, minutes or seconds alone make a time; a month alone makes a date.</summary>
    public static NumberLook Look(string code)
    {
        var bare = Bare(code);
        if (bare.Contains("general", StringComparison.Ordinal))
            return NumberLook.Number;
        if (bare.AsSpan().IndexOfAny('y', 'd') >= 0 || bare.Contains("mmm", StringComparison.Ordinal))
            return NumberLook.Date;
        if (bare.AsSpan().IndexOfAny('h', 's') >= 0)
            return NumberLook.Time;
        return bare.Contains('m', StringComparison.Ordinal) ? NumberLook.Date : NumberLook.Number;
    }

    /// <summary>The first section in lower case, without literals, colours and locales; elapsed hours <c>[h]</c> stay hours.</summary>
    private static string Bare(string code)
    {
        var bare = new StringBuilder(code.Length);
        for (var i = 0; i < code.Length; i++)
        {
            var c = char.ToLowerInvariant(code[i]);
            if (c == ';')
                break;
            if (c is '\\' or '_' or '*')
            {
                i++;
            }
            else if (c == '"')
            {
                var end = code.IndexOf('"', i + 1);
                i = end < 0 ? code.Length : end;
            }
            else if (c == '[')
            {
                var end = code.IndexOf(']', i + 1);
                var inside = end < 0 ? "" : code[(i + 1)..end].ToLowerInvariant();
                if (inside.Length > 0 && inside.Trim('h').Length * inside.Trim('m').Length * inside.Trim('s').Length == 0)
                    bare.Append('h');
                i = end < 0 ? code.Length : end;
            }
            else if (string.Compare(code, i, "AM/PM", 0, 5, StringComparison.OrdinalIgnoreCase) == 0)
            {
                bare.Append('h');
                i += 4;
            }
            else
            {
                bare.Append(c);
            }
        }

        return bare.ToString();
    }
}
