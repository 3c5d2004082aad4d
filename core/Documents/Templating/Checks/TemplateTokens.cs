namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>Takes a template's body apart into its expressions, in their order.</summary>
internal static class TemplateTokens
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>The expressions.</summary>
    /// <exception cref="OpsException">One is not closed: its line and what it begins with are named.</exception>
    public static IEnumerable<TemplateToken> Of(DocumentTemplate template)
    {
        var body = template.Body;
        var (line, counted) = (template.BodyLine, 0);
        for (var at = body.IndexOf(Open, StringComparison.Ordinal); at >= 0;)
        {
            line += body.AsSpan(counted, at - counted).Count('\n');
            counted = at;
            var end = EndOf(template, at, line);
            // A third brace belongs to the expression, so that what is wrong with it can be shown whole.
            while (end < body.Length && body[end] == '}')
                end++;
            var text = body[at..end];
            yield return new(text, line, text[2..^2].Trim('~').Trim());
            at = body.IndexOf(Open, end, StringComparison.Ordinal);
        }
    }

    private static int EndOf(DocumentTemplate template, int at, int line)
    {
        var body = template.Body;
        if (body.AsSpan(at + 2).TrimStart('~').StartsWith("!--"))
        {
            var remark = body.IndexOf("--", body.IndexOf("!--", at, StringComparison.Ordinal) + 3, StringComparison.Ordinal);
            while (remark >= 0 && !body.AsSpan(remark + 2).TrimStart('-').TrimStart('~').StartsWith(Close))
                remark = body.IndexOf("--", remark + 1, StringComparison.Ordinal);
            return remark >= 0 ? body.IndexOf(Close, remark, StringComparison.Ordinal) + 2 : throw Unclosed(template, at, line);
        }

        var end = body.IndexOf(Close, at + 2, StringComparison.Ordinal);
        var next = body.IndexOf(Open, at + 2, StringComparison.Ordinal);
        // "{{{" is one opening, not two.
        while (next == at + 1 || next == at + 2)
            next = body.IndexOf(Open, next + 1, StringComparison.Ordinal);
        return end < 0 || next >= 0 && next < end ? throw Unclosed(template, at, line) : end + 2;
    }

    private static OpsException Unclosed(DocumentTemplate template, int at, int line)
    {
        var end = template.Body.IndexOf('\n', at);
        return TemplateFault.At(
            template.Name, line, template.Body[at..(end < 0 ? template.Body.Length : end)].TrimEnd(),
            "the expression is not closed: end it with }}", "l'expression n'est pas fermée\u00a0: terminez-la par }}");
    }
}
