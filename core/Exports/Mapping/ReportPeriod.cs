using NodaTime;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The period that a report is about: its last day, from the name of its amount column, its titles or the file's name, else the day it was taken.</summary>
internal static class ReportPeriod
{
    internal static LocalDate? EndOf(ExportTable table, string? amountColumn, MappingContext context)
    {
        foreach (var text in new[] { amountColumn ?? "" }.Concat(table.Preamble).Concat(table.Header).Append(table.FileName))
        {
            if (LastDay(text) is { } day)
                return day;
        }

        return context.Taken;
    }

    /// <summary>The last day that a text names: <c>31 Dec 2024</c>, <c>Jan - Dec 2024</c>, <c>January 2024</c>, <c>2024-12</c>, <c>2024</c>; null for none.</summary>
    internal static LocalDate? LastDay(string text)
    {
        var words = text.Split([' ', '\u00a0', ',', '-', '–', '_', '.', '/', '(', ')'], StringSplitOptions.RemoveEmptyEntries);
        var year = 0;
        var month = 0;
        var day = 0;
        for (var i = words.Length - 1; i >= 0; i--)
        {
            var word = words[i];
            if (year == 0)
            {
                if (word.Length == 4 && int.TryParse(word, out var number) && number is >= 1990 and <= 2100)
                {
                    year = number;
                    if (i + 1 < words.Length && words[i + 1].Length == 2 && int.TryParse(words[i + 1], out var after) && after is >= 1 and <= 12)
                    {
                        month = after;
                        if (i + 2 < words.Length && words[i + 2].Length == 2 && int.TryParse(words[i + 2], out var date) && DateParts.IsDay(year, month, date))
                            day = date;
                        break;
                    }
                }

                continue;
            }

            if (MonthOf(word) is var named and > 0)
            {
                month = named;
                if (i > 0 && words[i - 1].Length <= 2 && int.TryParse(words[i - 1], out var before) && DateParts.IsDay(year, month, before))
                    day = before;
                else if (i + 1 < words.Length && words[i + 1].Length <= 2 && int.TryParse(words[i + 1], out var after) && DateParts.IsDay(year, month, after))
                    day = after;
            }

            break;
        }

        if (year == 0)
            return null;
        if (month == 0)
            return new LocalDate(year, 12, 31);
        return day > 0 ? new LocalDate(year, month, day) : new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth);
    }

    private static int MonthOf(string word)
    {
        Span<byte> name = stackalloc byte[16];
        Utf8Text.FoldWord(System.Text.Encoding.UTF8.GetBytes(word), name, out var letters);
        return letters < 3 ? 0 : NamedDate.MonthOf(name[..letters]);
    }
}
