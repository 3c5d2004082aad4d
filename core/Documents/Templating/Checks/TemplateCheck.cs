using OpsAutomation.Engagements.Yaml;

namespace OpsAutomation.Documents.Templating.Checks;

/// <summary>
/// Reads a template before it is filled, so that it is refused as a whole, with the place and what to do: also for what only comes up in another week,
/// such as a name that is wrong where a milestone is late.
/// </summary>
internal sealed class TemplateCheck
{
    private static readonly string[] Literals = ["true", "false", "null", "undefined"];
    private static readonly string[] Loops = ["@index", "@key", "@first", "@last"];
    private static readonly string[] Parents = ["this", "."];

    private readonly DocumentTemplate template;
    private readonly IReadOnlySet<string> roots;
    private readonly TemplateBlocks blocks;

    private TemplateCheck(DocumentTemplate template, IReadOnlySet<string> roots)
    {
        this.template = template;
        this.roots = roots;
        blocks = new(template);
    }

    /// <summary>Checks a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="roots">The names of the values that a document has.</param>
    /// <exception cref="OpsException">Refused: file, line and token.</exception>
    public static void Run(DocumentTemplate template, IReadOnlySet<string> roots)
    {
        var check = new TemplateCheck(template, roots);
        foreach (var token in TemplateTokens.Of(template))
            check.Read(token);
        check.blocks.Finish();
    }

    private void Read(TemplateToken token)
    {
        var inner = token.Inner;
        if (token.IsRemark)
            return;
        // A value that is not escaped could bring in links and headings of its own; a part of another file would have to be found and checked too.
        if (token.Text.StartsWith("{{{", StringComparison.Ordinal) || inner.StartsWith('{') || inner is ['&' or '>' or '*', ..] or ['#', '>' or '*', ..])
            throw Fault(token, "unescaped values and partials are not allowed: write {{value}}, and the text itself", "les valeurs non échappées et les gabarits partiels ne sont pas permis\u00a0: écrivez {{valeur}}, et le texte lui-même");
        switch (inner)
        {
            case "":
                throw Fault(token, "the expression is empty", "l'expression est vide");
            case "else" or "^":
                blocks.Otherwise(token, isLast: true);
                break;
            case ['/', .. var name]:
                blocks.End(token, name.Trim());
                break;
            case ['#', .. var block]:
                Begin(token, block);
                break;
            case ['^', .. var section]:
                Path(token, section.Trim());
                blocks.Begin(token, section.Trim(), hasScope: false, []);
                break;
            case ['e', 'l', 's', 'e', ' ', .. var otherwise]:
                blocks.Otherwise(token, isLast: false);
                Call(token, Words(token, otherwise), TemplateHelperCalls.HasBlock, TemplateHelperCalls.BlockNames);
                break;
            default:
                Expression(token, Words(token, inner));
                break;
        }
    }

    private void Begin(TemplateToken token, string text)
    {
        var words = Words(token, text);
        IReadOnlyList<string> names = [];
        if (words.IndexOf("as") is > 0 and var at)
        {
            names = [.. words.Skip(at + 1).Select(word => word.Trim('|')).Where(word => word.Length > 0)];
            words = words[..at];
        }

        if (words.Count == 0)
            throw Fault(token, "the block has no name", "le bloc n'a pas de nom");
        if (words.Count == 1 && !TemplateHelperCalls.HasBlock(words[0]))
            Path(token, words[0]);
        else
            Call(token, words, TemplateHelperCalls.HasBlock, TemplateHelperCalls.BlockNames);
        blocks.Begin(token, words[0], words[0] is not ("if" or "unless" or "figures"), names);
    }

    private void Expression(TemplateToken token, List<string> words)
    {
        if (words.Count == 1 && !TemplateHelperCalls.Has(words[0]))
            Path(token, words[0]);
        else
            Call(token, words, TemplateHelperCalls.Has, TemplateHelperCalls.Names);
    }

    private void Call(TemplateToken token, List<string> words, Func<string, bool> isKnown, IEnumerable<string> known)
    {
        var (name, values) = (words[0], words.Count - 1);
        if (!isKnown(name))
            throw Fault(token, $"there is no such helper{Meant(name, known, Language.English)}", $"cette fonction n'existe pas{Meant(name, known, Language.French)}");
        if (!TemplateHelperCalls.Takes(name, values))
        {
            var wanted = TemplateHelperCalls.Wanted(name);
            throw Fault(
                token, $"{name} takes {wanted} value{(wanted == 1 ? "" : "s")}, not {values}",
                $"{name} prend {wanted} valeur{(wanted > 1 ? "s" : "")}, pas {values}");
        }

        foreach (var word in words.Skip(1))
            Value(token, word);
    }

    private void Value(TemplateToken token, string word)
    {
        if (word is ['(', .. var call, ')'])
            Expression(token, Words(token, call));
        else if (word[0] is not ('"' or '\'') && !char.IsAsciiDigit(word[0]) && word[0] != '-' && !Literals.Contains(word, StringComparer.Ordinal))
            Path(token, word);
    }

    private void Path(TemplateToken token, string path)
    {
        if (Loops.Contains(path, StringComparer.Ordinal) && blocks.HasOwnScope)
            return;
        var isRoot = !blocks.HasOwnScope;
        var rest = path;
        if (rest.StartsWith("@root.", StringComparison.Ordinal))
            (rest, isRoot) = (rest["@root.".Length..], true);
        while (rest.StartsWith("../", StringComparison.Ordinal))
            rest = rest[3..];
        var parts = rest.Split(['.', '/']).SkipWhile((part, i) => i == 0 && part is "this" or "").Where(part => part is not ['[', ..]).ToList();
        if (parts.Count == 0 || Parents.Contains(rest, StringComparer.Ordinal))
            return;
        if (isRoot && TemplateWords.NeededFor(parts[0]) is { } needed && !template.List("counts").Contains(needed, StringComparer.Ordinal) && roots.Contains(parts[0]))
        {
            throw Fault(
                token, $"this value needs the line counts: {needed} in the front matter",
                $"cette valeur demande la ligne counts: {needed} dans l'en-tête");
        }

        for (var i = blocks.Names(parts[0]) ? 1 : 0; i < parts.Count; i++)
        {
            IReadOnlySet<string> known = i == 0 && isRoot ? roots : TemplateWords.Known;
            if (!known.Contains(parts[i]) && !(i == 0 && roots.Contains(parts[i])))
                throw Fault(token, $"there is no such value or helper{Meant(parts[i], known, Language.English)}", $"cette valeur ou fonction n'existe pas{Meant(parts[i], known, Language.French)}");
        }
    }

    // Words are parted by blanks outside of quotes and brackets.
    private List<string> Words(TemplateToken token, string text)
    {
        var (words, start, depth, quote) = (new List<string>(), -1, 0, '\0');
        for (var i = 0; i <= text.Length; i++)
        {
            var sign = i < text.Length ? text[i] : ' ';
            if (i == text.Length || quote == 0 && depth == 0 && char.IsWhiteSpace(sign))
            {
                if (start >= 0)
                    words.Add(text[start..i]);
                start = -1;
                continue;
            }

            start = start < 0 ? i : start;
            if (quote != 0)
                quote = sign == quote ? '\0' : quote;
            else if (sign is '"' or '\'')
                quote = sign;
            else if (sign is '(' or '[' or ')' or ']')
                depth += sign is '(' or '[' ? 1 : -1;
        }

        return quote == 0 && depth == 0 && words.Count > 0 ? words
            : throw Fault(token, "a quote or bracket is not closed", "un guillemet ou une parenthèse n'est pas fermé");
    }

    private static string Meant(string word, IEnumerable<string> known, Language language) => Nearest.Of(word, known) is { } near
        ? language == Language.French ? $"\u00a0: peut-être {near}" : $": did you mean {near}?"
        : "";

    private OpsException Fault(TemplateToken token, string en, string fr) => TemplateFault.At(template.Name, token.Line, token.Text, en, fr);
}
