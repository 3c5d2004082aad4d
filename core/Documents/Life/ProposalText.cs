using System.Text;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Life;

/// <summary>A procedure or playbook that somebody wrote: Markdown, with front matter where it names its process, its KPIs or its owner.</summary>
internal sealed record ProposalText(string Title, DocumentFamily Family, OwnDocument Own, string Body)
{
    private const string Accented = "àâäáãåæçéèêëíìîïñóòôöõøœúùûüýÿß";
    private static readonly string[] Plain = ["a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i", "n", "o", "o", "o", "o", "o", "o", "oe", "u", "u", "u", "u", "y", "y", "ss"];

    /// <summary>The id that its title gives it.</summary>
    public string Id
    {
        get
        {
            var id = new StringBuilder();
            foreach (var c in Title.ToLowerInvariant())
            {
                var letter = Accented.IndexOf(c, StringComparison.Ordinal);
                if (letter >= 0)
                    id.Append(Plain[letter]);
                else if (char.IsAsciiLetterOrDigit(c))
                    id.Append(c);
                else if (id.Length > 0 && id[^1] != '-')
                    id.Append('-');
            }

            var name = id.ToString();
            foreach (var prefix in (ReadOnlySpan<string>)["sop-", "procedure-", "playbook-", "plan-de-reaction-"])
                name = name.StartsWith(prefix, StringComparison.Ordinal) ? name[prefix.Length..] : name;
            name = (name.Length > 50 ? name[..50] : name).Trim('-');
            return (Family == DocumentFamily.Playbook ? DocumentLibrary.OwnPlaybook : DocumentLibrary.OwnSop) + name;
        }
    }

    /// <summary>Reads a proposal.</summary>
    /// <param name="name">What it is called in messages.</param>
    /// <param name="markdown">The text.</param>
    /// <exception cref="OpsException">Its front matter is wrong, or it has no title: file, line and token are named.</exception>
    public static ProposalText Read(string name, string markdown)
    {
        var text = markdown.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal);
        IReadOnlyDictionary<string, string> fields = new Dictionary<string, string>(StringComparer.Ordinal);
        var body = text;
        if (text.StartsWith("---\n", StringComparison.Ordinal) && DocumentTemplate.ParseFields(name, text) is var (found, rest, _))
            (fields, body) = (found, rest);
        body = body.Trim('\n');
        var heading = body.StartsWith("# ", StringComparison.Ordinal) ? body.Split('\n')[0] : null;
        if (heading is not null)
            body = body[heading.Length..].Trim('\n');
        var title = fields.GetValueOrDefault("title") ?? heading?[2..].Trim();
        if (string.IsNullOrWhiteSpace(title) || !title.Any(char.IsLetterOrDigit))
            throw TemplateFault.At(name, 1, text.Split('\n')[0], "a proposal has a title: a first line # Title, or title: in its front matter", "une proposition a un titre\u00a0: une première ligne # Titre, ou title: dans son en-tête");
        string[] List(string field) => fields.TryGetValue(field, out var value) ? value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
        var processes = List("process");
        var moves = List("moves") is { Length: > 0 } stated ? stated : List("kpis");
        return new(
            MarkdownText.Clean(title), fields.GetValueOrDefault("family") == "playbook" ? DocumentFamily.Playbook : DocumentFamily.Sop,
            new(processes.Length > 0 ? processes : [MarkdownText.Clean(title)], moves, fields.GetValueOrDefault("owner")), body);
    }
}
