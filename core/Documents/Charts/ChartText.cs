using System.Globalization;
using System.Text;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Kpis;

namespace OpsAutomation.Documents.Charts;

/// <summary>
/// A chart within Markdown: a fenced block <c>chart</c> whose first line is the title, whose second is the unit, and which then has a line a point,
/// <c>label | figure | target | upper target</c>, a dash for what is missing. It reads as a table where nobody draws it, and it is all that the page and the
/// Word file are drawn from.
/// </summary>
internal static class ChartText
{
    /// <summary>What the fence is called.</summary>
    public const string Info = "chart";

    private const string Missing = "–";
    private const int MostPoints = 60;

    /// <summary>Writes a chart.</summary>
    public static string Write(Chart chart)
    {
        var text = new StringBuilder("```").Append(Info).Append('\n').Append(Plain(chart.Title)).Append('\n')
            .Append(chart.Unit.ToString().ToLowerInvariant()).Append(chart.Currency is { } currency ? " " + Plain(currency) : "").Append('\n');
        foreach (var point in chart.Points)
        {
            text.Append(Plain(point.Label)).Append(" | ").Append(Number(point.Value));
            if (chart.HasTarget)
                text.Append(" | ").Append(Number(point.Target));
            if (chart.HasRange)
                text.Append(" | ").Append(Number(point.UpTo));
            text.Append('\n');
        }

        return text.Append("```\n").ToString();
    }

    /// <summary>Reads a chart; null where the lines are none, so that they are shown as they are.</summary>
    public static Chart? Read(IReadOnlyList<string> lines)
    {
        if (lines.Count < 3 || lines.Count > MostPoints + 2 || lines[1].Split(' ') is not [var unitWord, .. var rest] || rest.Length > 1
            || !Enum.TryParse<KpiUnit>(unitWord, ignoreCase: true, out var unit) || !Enum.IsDefined(unit))
            return null;
        var points = new List<ChartPoint>();
        foreach (var line in lines.Skip(2))
        {
            if (line.Split('|', StringSplitOptions.TrimEntries) is not { Length: >= 2 and <= 4 } cells)
                return null;
            var numbers = new decimal?[3];
            for (var i = 1; i < cells.Length; i++)
            {
                if (cells[i] != Missing && !TryNumber(cells[i], out numbers[i - 1]))
                    return null;
            }

            points.Add(new(cells[0], numbers[0], numbers[1], numbers[2]));
        }

        return new(lines[0].Trim(), unit, rest.Length == 1 && rest[0].Length > 0 ? rest[0] : null, points);
    }

    private static bool TryNumber(string text, out decimal? number)
    {
        var isNumber = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var parsed);
        number = isNumber ? parsed : null;
        return isNumber;
    }

    // People read it as a table too: more than anybody can see of a line is left out.
    private static string Number(decimal? value) => value is { } known
        ? decimal.Round(known, Math.Abs(known) >= 1m ? 2 : 8, MidpointRounding.AwayFromZero).ToString("0.########", CultureInfo.InvariantCulture)
        : Missing;

    // Nothing in a text may end its line, its cell or the fence.
    private static string Plain(string text) => MarkdownText.Clean(text).Replace('|', '/').Replace('`', '\'');
}
