using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping.Values;

/// <summary>Dates of three numbers with <c>/</c>, <c>-</c> or <c>.</c> between them.</summary>
internal static class NumericDate
{
    internal static bool TryParse(ReadOnlySpan<byte> text, DateOrder? order, out DateParts parts, out DateForm form)
    {
        parts = default;
        form = DateForm.None;
        var at = 0;
        if (!TryNumber(text, ref at, 4, out var first, out var firstDigits) || at >= text.Length)
            return false;
        var separator = text[at++];
        if (separator is not ((byte)'/' or (byte)'-' or (byte)'.') || !TryNumber(text, ref at, 2, out var second, out _) || at >= text.Length || text[at++] != separator)
            return false;
        if (!TryNumber(text, ref at, 4, out var third, out var thirdDigits))
            return false;

        int year;
        int month;
        int day;
        var decided = true;
        if (firstDigits == 4 && thirdDigits <= 2)
        {
            (year, month, day, form) = (first, second, third, DateForm.YearFirst);
        }
        else if (firstDigits <= 2 && thirdDigits is 2 or 4)
        {
            year = thirdDigits == 4 ? third : Century(third);
            if (first > 31 && thirdDigits == 2)
            {
                (year, month, day, form) = (Century(first), second, third, DateForm.YearFirst);
            }
            else
            {
                form = OrderOf(first, second);
                var dayFirst = form switch
                {
                    DateForm.DayFirst => true,
                    DateForm.MonthFirst => false,
                    _ => order != DateOrder.MonthFirst,
                };
                decided = form switch
                {
                    DateForm.Open => order is not null,
                    DateForm.DayFirst => order != DateOrder.MonthFirst,
                    DateForm.MonthFirst => order is null or DateOrder.MonthFirst,
                    _ => true,
                };
                (day, month) = dayFirst ? (first, second) : (second, first);
            }
        }
        else
        {
            return false;
        }

        if (!DateParts.IsDay(year, month, day))
            return false;
        var read = new DateParts(year, month, day);
        if (at < text.Length && !TimeText.TryParse(text[at..], ref read))
            return false;
        if (decided)
            parts = read;
        return true;
    }

    /// <summary>Two digits: 00 to 69 are of this century, the others of the last.</summary>
    internal static int Century(int year) => year < 70 ? 2000 + year : 1900 + year;

    private static DateForm OrderOf(int first, int second)
    {
        if (first > 12)
            return DateForm.DayFirst;
        if (second > 12)
            return DateForm.MonthFirst;
        return first == second ? DateForm.Same : DateForm.Open;
    }

    private static bool TryNumber(ReadOnlySpan<byte> text, ref int at, int most, out int number, out int digits)
    {
        number = 0;
        digits = 0;
        while (at < text.Length && char.IsAsciiDigit((char)text[at]))
        {
            if (++digits > most)
                return false;
            number = (number * 10) + (text[at++] - '0');
        }

        return digits > 0;
    }
}
