using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Checklists;

/// <summary>
/// Reads the lines of a checklist from its document in Markdown: the rows of tables whose first cell is <c>☐</c> (what, who, day, proof), and the items
/// <c>- [ ]</c> of lists. A day is written as a letter and a number of days, such as <c>D</c>, <c>J+2</c> or <c>S−30</c>.
/// </summary>
internal static partial class ChecklistText
{
    private const int LongestText = 500;

    /// <summary>The lines, in the order in which the document has them.</summary>
    /// <param name="markdown">The document.</param>
    /// <param name="day">The day that days count from.</param>
    /// <param name="calendar">Counts working days only; null for all days.</param>
    public static IReadOnlyList<ChecklistLine> Read(string markdown, LocalDate day, WorkingDays? calendar)
    {
        var lines = new List<ChecklistLine>();
        foreach (var line in markdown.Split('\n'))
        {
            if (line.StartsWith("- [ ] ", StringComparison.Ordinal))
                lines.Add(new(lines.Count + 1, Plain(line[6..])));
            else if (line.StartsWith("| ☐ |", StringComparison.Ordinal))
                lines.Add(Row(lines.Count + 1, Cells(line), day, calendar));
        }

        return lines;
    }

    private static ChecklistLine Row(int number, IReadOnlyList<string> cells, LocalDate day, WorkingDays? calendar) => new(number, Cell(cells, 1) ?? "")
    {
        Who = Cell(cells, 2),
        Due = Cell(cells, 3) is { } offset ? DayOf(offset, day, calendar) : null,
        Proof = Cell(cells, 4),
    };

    private static LocalDate? DayOf(string text, LocalDate day, WorkingDays? calendar)
    {
        if (Offset().Match(text) is not { Success: true } match)
            return null;
        var count = match.Groups["days"].Success ? int.Parse(match.Groups["days"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) : 0;
        var step = match.Groups["sign"].Value is "-" or "−" ? -1 : 1;
        if (calendar is null)
            return day.PlusDays(step * count);
        while (count > 0)
        {
            day = day.PlusDays(step);
            if (calendar.IsWorkingDay(day))
                count--;
        }

        return day;
    }

    private static string? Cell(IReadOnlyList<string> cells, int place) => place < cells.Count && cells[place].Length > 0 ? cells[place] : null;

    private static List<string> Cells(string line) => [.. Bar().Split(line.Trim().Trim('|')).Select(Plain)];

    // What people read on a page: without marks, escapes and the like.
    private static string Plain(string text)
    {
        var plain = Escape().Replace(text.Replace("**", "", StringComparison.Ordinal), "${mark}").Trim();
        return plain.Length <= LongestText ? plain : plain[..LongestText];
    }

    [GeneratedRegex(@"^\p{Lu}(?:\s*(?<sign>[-+−])\s*(?<days>[0-9]{1,3}))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Offset();

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.CultureInvariant)]
    private static partial Regex Bar();

    [GeneratedRegex(@"\\(?<mark>[!-/:-@\[-`{-~])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
