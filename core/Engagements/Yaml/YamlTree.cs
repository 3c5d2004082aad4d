using System.Text;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace OpsAutomation.Engagements.Yaml;

/// <summary>
/// Reads one YAML document into nodes that know their lines. Refuses what a configuration has no use for and an attacker has: documents
/// over 1 MiB, anchors and aliases, nesting deeper than 20, keys that are no scalars, and keys that occur twice.
/// </summary>
internal sealed class YamlTree(YamlErrors errors)
{
    private const int MostBytes = 1024 * 1024;
    private const int MostDepth = 20;

    /// <summary>The document's root, or null where it is empty or cannot be read: then an error says why.</summary>
    public YamlNode? Read(string yaml)
    {
        if (Encoding.UTF8.GetByteCount(yaml) > MostBytes)
        {
            errors.Add(1, "", new("the file is larger than 1 MiB", "le fichier dépasse 1 Mio"));
            return null;
        }

        if (LineOfNull(yaml) is { } line)
        {
            errors.Add(line, "", new("a NUL character is here: it is no text file", "un caractère NUL se trouve ici\u00a0: ce n'est pas un fichier texte"));
            return null;
        }

        using var text = new StringReader(yaml);
        var parser = new Parser(text);
        try
        {
            parser.Consume<StreamStart>();
            if (parser.Accept<StreamEnd>(out _))
                return null;
            parser.Consume<DocumentStart>();
            var root = ReadNode(parser, 0, "");
            parser.Consume<DocumentEnd>();
            if (!parser.Accept<StreamEnd>(out _))
                errors.Add(LineOf(parser.Current!), "", new("a second document begins here: one was expected", "un second document commence ici\u00a0: un seul est attendu"));
            return root;
        }
        catch (StoppedException)
        {
            return null;
        }
        catch (YamlException exception)
        {
            return LineOfTab(yaml) is { } tabbed ? TabFound(tabbed) : NotYaml(exception.Start.Line);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The scanner has no exception of its own for some control characters and escapes.
            return NotYaml(parser.Current?.End.Line ?? 1);
        }
    }

    // The scanner takes a NUL for the end, and would leave out what follows.
    private static int? LineOfNull(string yaml) =>
        yaml.IndexOf('\0') is var at and >= 0 ? 1 + yaml.AsSpan(0, at).Count('\n') : null;

    // The scanner says where it gave up, which may be lines away from the tab.
    private static int? LineOfTab(string yaml)
    {
        var line = 0;
        foreach (var text in yaml.AsSpan().EnumerateLines())
        {
            line++;
            var indentation = text[..(text.Length - text.TrimStart(" \t").Length)];
            if (indentation.Length < text.Length && indentation.Contains('\t'))
                return line;
        }

        return null;
    }

    private YamlNode? TabFound(int line)
    {
        errors.Add(line, "", new(
            "the line begins with a tab: YAML wants spaces there",
            "la ligne commence par une tabulation\u00a0: YAML veut des espaces à cet endroit"));
        return null;
    }

    private YamlNode? NotYaml(long line)
    {
        errors.Add((int)Math.Max(1, line), "", new(
            "this is not valid YAML: check indentation, quotes and colons around here",
            "ce n'est pas du YAML valide\u00a0: vérifiez l'indentation, les guillemets et les deux-points à cet endroit"));
        return null;
    }

    private YamlNode ReadNode(Parser parser, int depth, string path)
    {
        var current = parser.Current!;
        if (current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false })
            throw Stop(current, path, new(
                "anchors (&) and aliases (*) are not accepted: write the value out",
                "les ancres (&) et les alias (*) ne sont pas acceptés\u00a0: écrivez la valeur en entier"));
        if (depth > MostDepth)
            throw Stop(current, path, new("nesting is too deep", "l'imbrication est trop profonde"));
        if (parser.TryConsume<Scalar>(out var scalar))
            return new YamlScalar(LineOf(scalar), scalar.Value, scalar.Style == ScalarStyle.Plain);
        return parser.TryConsume<SequenceStart>(out var list)
            ? ReadList(parser, LineOf(list), depth, path)
            : ReadMapping(parser, LineOf(parser.Consume<MappingStart>()), depth, path);
    }

    private YamlList ReadList(Parser parser, int line, int depth, string path)
    {
        var items = new List<YamlNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(ReadNode(parser, depth + 1, YamlPath.Item(path, items.Count)));
        return new(line, items);
    }

    private YamlMapping ReadMapping(Parser parser, int line, int depth, string path)
    {
        var entries = new List<YamlEntry>();
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (ReadNode(parser, depth + 1, path) is not YamlScalar key)
                throw Stop(parser.Current!, path, new("a key must be a word", "une clé doit être un mot"));
            var value = ReadNode(parser, depth + 1, YamlPath.Field(path, key.Text));
            if (seen.TryAdd(key.Text, key.Line))
                entries.Add(new(key.Text, key.Line, value));
            else
                errors.Add(key.Line, YamlPath.Field(path, key.Text), new(
                    $"the key is there twice: it was set on line {seen[key.Text]}",
                    $"la clé figure deux fois\u00a0: elle est déjà définie ligne {seen[key.Text]}"));
        }

        return new(line, entries);
    }

    private StoppedException Stop(ParsingEvent current, string path, LocalizedText problem)
    {
        errors.Add(LineOf(current), path, problem);
        return new();
    }

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;

    // Ends the reading where the rest of the document cannot be made sense of.
    private sealed class StoppedException : Exception;
}
