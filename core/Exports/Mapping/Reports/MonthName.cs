using NodaTime;
using OpsAutomation.Exports.Mapping.Values;

namespace OpsAutomation.Exports.Mapping.Reports;

/// <summary>The month that a column's name names, in English or French: <c>Jan 2024</c>, <c>janv. 24</c>, <c>31 Jan 2024</c>, <c>2024-01</c>, <c>Jan 1 - 15, 2024</c>, <c>January</c>.</summary>
internal static class MonthName
{
    private static readonly char[] Separators = [' ', '\u00a0', '\u202f', ',', '-', '–', '_', '.', '/', '(', ')', '\'', '’'];

    /// <summary>The last day that the name tells of; null where it names nothing but a month, or more.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="year">The year of names without one, or null.</param>
    internal static LocalDate? LastDay(string name, int? year)
    {
        var words = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is 0 or > 4)
            return null;
        var at = Array.FindIndex(words, word => MonthOf(word) > 0);
        if (at < 0)
            return Numeric(words);
        var month = MonthOf(words[at]);
        if (words.Length == 1)
            return year is { } known ? End(known, month) : null;
        // The year stands last, or first where the month is last.
        var last = at == words.Length - 1 ? 0 : words.Length - 1;
        var named = Year(words[last]);
        var days = words.Where((_, index) => index != at && index != last).Select(Number).ToList();
        if (named == 0 || days.Exists(day => day is < 1 or > 31))
            return null;
        return Day(named, month, days.Count == 0 ? null : days.Max());
    }

    private static LocalDate? Numeric(string[] words) => words switch
    {
        [{ Length: 4 } year, { Length: 2 } month] => Day(Number(year), Number(month), null),
        [{ Length: 4 } year, { Length: 2 } month, { Length: 2 } day] when Number(day) >= 1 => Day(Number(year), Number(month), Number(day) == 1 ? null : Number(day)),
        [{ Length: <= 2 } month, { Length: 4 } year] => Day(Number(year), Number(month), null),
        _ => null,
    };

    private static LocalDate? Day(int year, int month, int? day)
    {
        if (year is < 1990 or > 2100 || month is < 1 or > 12)
            return null;
        var end = End(year, month);
        return day is not { } wanted || wanted > end.Day ? end : new LocalDate(year, month, wanted);
    }

    private static LocalDate End(int year, int month) => new LocalDate(year, month, 1).With(DateAdjusters.EndOfMonth);

    // QuickBooks Desktop writes "Jan 24" for January 2024.
    private static int Year(string word) => Number(word) is var number && word.Length == 2 && number >= 0 ? 2000 + number : number is >= 1990 and <= 2100 ? number : 0;

    private static int Number(string word) => word.Length <= 4 && word.All(char.IsAsciiDigit) && int.TryParse(word, out var number) ? number : -1;

    private static int MonthOf(string word)
    {
        Span<byte> name = stackalloc byte[16];
        Utf8Text.FoldWord(System.Text.Encoding.UTF8.GetBytes(word), name, out var letters);
        return letters < 3 ? 0 : NamedDate.MonthOf(name[..letters]);
    }
}
