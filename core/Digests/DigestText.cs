using System.Globalization;
using System.Text;

namespace OpsAutomation.Digests;

/// <summary>The text alternative: readable by itself, the table aligned for a fixed-width font.</summary>
internal static class DigestText
{
    private const int Width = 76;

    /// <summary>The text, lines ended by LF.</summary>
    public static string Render(DigestBody body, DigestReader reader)
    {
        var output = new StringBuilder();
        foreach (var line in body.Notice)
            Paragraph(output, line);
        if (body.Approve is { } approve)
            Link(output, approve, reader).Append('\n');
        Paragraph(output, body.Title);
        if (body.Corrections.Count > 0)
        {
            Wrap(output, body.Corrections[0]);
            foreach (var correction in body.Corrections.Skip(1))
                Wrap(output, correction, "- ", "  ");
            output.Append('\n');
        }

        Paragraph(output, body.Headline);
        if (body.WithoutData.Length > 0)
            Paragraph(output, body.WithoutData);
        if (body.Sentence.Length > 0)
            Paragraph(output, body.Sentence);
        for (var i = 0; i < body.Movements.Count; i++)
            Wrap(output, $"{body.Movements[i].Figure} {body.Movements[i].Detail}", reader.Locale.Number(i + 1, 0) + ". ", "   ");
        foreach (var comment in body.Comments)
            Wrap(output, comment);
        if (body.Movements.Count + body.Comments.Count > 0)
            output.Append('\n');
        foreach (var decision in body.Decisions)
        {
            Wrap(output, $"{decision.Title} {decision.Detail}");
            if (decision.Answer is { } answer)
                output.Append("  ").Append(answer.Url.AbsoluteUri).Append('\n');
        }

        if (body.Reply.Length > 0)
            Paragraph(output, body.Reply);
        Table(output, body.Figures);
        foreach (var note in body.FigureNotes)
            Wrap(output, note);
        if (body.Figures.Count > 0)
            output.Append('\n');
        if (body.Board is { } board)
            Link(output, board, reader);
        foreach (var line in body.Lines)
            Line(output, line);
        output.Append("\n-- \n");
        Wrap(output, body.Footer);
        if (body.Unsubscribe is { } way)
            Link(output, way, reader);
        return output.ToString();
    }

    private static StringBuilder Link(StringBuilder output, DigestLink link, DigestReader reader) =>
        output.Append(link.Text).Append(reader.Colon.TrimEnd(' ')).Append('\n').Append(link.Url.AbsoluteUri).Append('\n');

    private static void Line(StringBuilder output, DigestLine line)
    {
        Wrap(output, line.Items.Count == 0 ? $"{line.Title} {line.Text}" : line.Title);
        foreach (var item in line.Items)
        {
            Wrap(output, item.Text, "- ", "  ");
            if (item.Url is { } url)
                output.Append("  ").Append(url.AbsoluteUri).Append('\n');
        }
    }

    private static void Paragraph(StringBuilder output, string text)
    {
        Wrap(output, text);
        output.Append('\n');
    }

    // Blanks that must not break (U+00A0, U+202F) are none here.
    private static void Wrap(StringBuilder output, string text, string first = "", string rest = "")
    {
        var column = first.Length;
        output.Append(first);
        var start = true;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var width = Columns(word);
            if (!start && column + 1 + width > Width)
            {
                output.Append('\n').Append(rest);
                column = rest.Length;
                start = true;
            }

            if (!start)
                output.Append(' ');
            output.Append(word);
            column += width + (start ? 0 : 1);
            start = false;
        }

        output.Append('\n');
    }

    private static void Table(StringBuilder output, IReadOnlyList<DigestFigure> figures)
    {
        if (figures.Count == 0)
            return;
        var label = figures.Max(figure => Columns(figure.Label));
        var value = figures.Max(figure => Columns(figure.Value));
        var change = figures.Max(figure => Columns(figure.Change));
        var target = figures.Max(figure => Columns(figure.Target));
        var status = figures.Max(figure => Columns(figure.Word)) + 2;
        foreach (var figure in figures)
        {
            var line = new StringBuilder(figure.Label).Append(Blank(label - Columns(figure.Label) + 2))
                .Append(Blank(value - Columns(figure.Value))).Append(figure.Value).Append("  ")
                .Append(Blank(change - Columns(figure.Change))).Append(figure.Change).Append("  ")
                .Append(Blank(target - Columns(figure.Target))).Append(figure.Target).Append("  ")
                .Append(figure.Symbol).Append(' ').Append(figure.Word).Append(Blank(status - 2 - Columns(figure.Word)))
                .Append("  ").Append(figure.Trend);
            output.Append(line.ToString().TrimEnd()).Append('\n');
            if (figure.Note.Length > 0)
                output.Append("  (").Append(figure.Note).Append(")\n");
            if (figure.Remedy.Length > 0)
                Wrap(output, figure.Remedy, "  → ", "    ");
            if (figure.RemedyUrl is { } url)
                output.Append("    ").Append(url.AbsoluteUri).Append('\n');
        }
    }

    private static string Blank(int count) => new(' ', Math.Max(0, count));

    // Text elements stand in one column each; ideographs are rare enough in labels to be left a little out of line.
    private static int Columns(string text) => new StringInfo(text).LengthInTextElements;
}
