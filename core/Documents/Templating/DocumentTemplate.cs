namespace OpsAutomation.Documents.Templating;

/// <summary>A template: front matter between two lines <c>---</c>, then Markdown with Handlebars.</summary>
public sealed class DocumentTemplate
{
    private DocumentTemplate(string name, string text, IReadOnlyDictionary<string, string> fields, string body, int bodyLine)
    {
        Name = name;
        Text = text;
        Fields = fields;
        Body = body;
        BodyLine = bodyLine;
    }

    /// <summary>Where a person finds it: <c>templates/fr/raci.md</c>.</summary>
    public string Name { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>The front matter's fields, as written.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; }

    /// <summary>What follows the front matter.</summary>
    public string Body { get; }

    /// <summary>The line of the file on which the body starts, from 1.</summary>
    public int BodyLine { get; }

    /// <summary>The title.</summary>
    public string Title => Fields["title"];

    /// <summary>Whether the document opens with a table of contents.</summary>
    public bool HasContents => Is("contents");

    /// <summary>Whether wide tables want the paper on its side.</summary>
    public bool IsLandscape => Is("landscape");

    /// <summary>Of a checklist: whether its days are working days.</summary>
    public bool CountsWorkingDays => Fields.GetValueOrDefault("days") == "working";

    /// <summary>The words of a field that lists some, separated by commas; empty where the field is not there.</summary>
    public IReadOnlyList<string> List(string field) => Fields.TryGetValue(field, out var value)
        ? value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        : [];

    /// <summary>A template made of fields and a body.</summary>
    internal static DocumentTemplate Of(string name, IReadOnlyDictionary<string, string> fields, string body) => new(name, body, fields, body, 1);

    /// <summary>Reads a template.</summary>
    /// <exception cref="OpsException">The front matter is not closed, a line of it is no field, or there is no title.</exception>
    public static DocumentTemplate Parse(string name, string text)
    {
        var (fields, body, line) = ParseFields(name, text);
        if (!fields.TryGetValue("title", out var title) || title.Length == 0)
            throw TemplateFault.At(name, line - 1, "title", "the front matter has no title", "l'en-tête n'a pas de titre (title)");
        return new DocumentTemplate(name, text, fields, body, line);
    }

    /// <summary>The fields of the front matter, what follows it, and the line on which that starts.</summary>
    /// <exception cref="OpsException">The front matter is not there or not closed, a line of it is no field, or a field is there twice.</exception>
    internal static (IReadOnlyDictionary<string, string> Fields, string Body, int BodyLine) ParseFields(string name, string text)
    {
        var lines = text.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        if (lines[0].TrimEnd() != "---")
            throw TemplateFault.At(name, 1, lines[0], "a template starts with a line --- and its front matter", "un modèle commence par une ligne --- et ses champs d'en-tête");
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 1; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line == "---")
                return (fields, string.Join('\n', lines.Skip(i + 1)), i + 2);
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.Length == 0 || line[0] == '#')
                continue;
            if (colon <= 0)
                throw TemplateFault.At(name, i + 1, line, "a front matter line is written field: value", "une ligne d'en-tête s'écrit champ: valeur");
            if (!fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim().Trim('"')))
                throw TemplateFault.At(name, i + 1, line[..colon].Trim(), "this field is there twice", "ce champ y est deux fois");
        }
        throw TemplateFault.At(name, lines.Length, "---", "the front matter is not closed by a line ---", "l'en-tête n'est pas fermé par une ligne ---");
    }

    private bool Is(string field) => Fields.TryGetValue(field, out var value) && value is "true" or "yes";
}
