namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Dates with the month's name in English or French, with or without the name of the day of the week.</summary>
internal static class NamedDate
{
    private static readonly string[] Months =
    [
        "january", "jan", "janvier", "janv", "", "", "", "",
        "february", "feb", "fevrier", "fevr", "fev", "", "", "",
        "march", "mar", "mars", "", "", "", "", "",
        "april", "apr", "avril", "avr", "", "", "", "",
        "may", "mai", "", "", "", "", "", "",
        "june", "jun", "juin", "", "", "", "", "",
        "july", "jul", "juillet", "juil", "", "", "", "",
        "august", "aug", "aout", "aou", "", "", "", "",
        "september", "sep", "septembre", "sept", "", "", "", "",
        "october", "oct", "octobre", "", "", "", "", "",
        "november", "nov", "novembre", "", "", "", "", "",
        "december", "dec", "decembre", "", "", "", "", "",
    ];

    private static readonly string[] Days =
    [
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
        "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mer", "jeu", "ven", "sam", "dim", "le",
    ];

    internal static bool TryParse(ReadOnlySpan<byte> text, out DateParts parts)
    {
        parts = default;
        var month = 0;
        Span<int> numbers = stackalloc int[2];
        Span<int> digits = stackalloc int[2];
        var count = 0;
        var monthAt = 0;
        while (!text.IsEmpty && (count < 2 || month == 0))
        {
            if (char.IsAsciiDigit((char)text[0]))
            {
                if (count == 2)
                    return false;
                while (!text.IsEmpty && char.IsAsciiDigit((char)text[0]))
                {
                    if (++digits[count] > 4)
                        return false;
                    numbers[count] = (numbers[count] * 10) + (text[0] - '0');
                    text = text[1..];
                }

                text = SkipOrdinal(text, digits[count]);
                count++;
            }
            else if (Utf8Text.BlankAt(text) is var blank and > 0)
            {
                text = text[blank..];
            }
            else if (text[0] is (byte)',' or (byte)'-' or (byte)'.' or (byte)'/')
            {
                text = text[1..];
            }
            else
            {
                if (!TryWord(ref text, ref month))
                    return false;
                if (month != 0 && monthAt == 0)
                    monthAt = count + 1;
            }
        }

        if (count != 2 || month == 0)
            return false;
        var yearFirst = digits[0] == 4;
        if (yearFirst ? monthAt == 3 || digits[1] > 2 : digits[0] > 2 || digits[1] is not (2 or 4))
            return false;
        var (year, day, yearDigits) = yearFirst ? (numbers[0], numbers[1], digits[0]) : (numbers[1], numbers[0], digits[1]);
        if (yearDigits == 2)
            year = NumericDate.Century(year);
        if (!DateParts.IsDay(year, month, day))
            return false;
        parts = new(year, month, day);
        return text.IsEmpty || TimeText.TryParse(text, ref parts);
    }

    private static bool TryWord(ref ReadOnlySpan<byte> text, ref int month)
    {
        Span<byte> word = stackalloc byte[12];
        var read = Utf8Text.FoldWord(text, word, out var letters);
        if (letters < 2)
            return false;
        var name = word[..letters];
        if (month == 0 && MonthOf(name) is var found and > 0)
            month = found;
        else if (!IsDay(name))
            return false;
        text = text[read..];
        return true;
    }

    /// <summary>The month of a folded name, 1 to 12, or 0.</summary>
    internal static int MonthOf(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < Months.Length; i++)
        {
            if (Months[i].Length == name.Length && System.Text.Ascii.Equals(name, Months[i]))
                return (i / 8) + 1;
        }

        return 0;
    }

    private static bool IsDay(ReadOnlySpan<byte> name)
    {
        foreach (var day in Days)
        {
            if (day.Length == name.Length && System.Text.Ascii.Equals(name, day))
                return true;
        }

        return false;
    }

    // 1st, 2nd, 3rd, 4th, 1er.
    private static ReadOnlySpan<byte> SkipOrdinal(ReadOnlySpan<byte> text, int digits)
    {
        if (digits > 2 || text.Length < 2)
            return text;
        var two = text[..2];
        var isOrdinal = Utf8Text.Is(two, "st"u8) || Utf8Text.Is(two, "nd"u8) || Utf8Text.Is(two, "rd"u8) || Utf8Text.Is(two, "th"u8) || Utf8Text.Is(two, "er"u8);
        return isOrdinal && (text.Length == 2 || !char.IsAsciiLetter((char)text[2])) ? text[2..] : text;
    }
}
