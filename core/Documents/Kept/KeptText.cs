using System.Text;
using System.Text.RegularExpressions;

namespace OpsAutomation.Documents.Kept;

/// <summary>
/// A stored text as its parts. In Markdown a generated block stands between <c>&lt;!-- ops:NAME HASH-HASH --&gt;</c> and <c>&lt;!-- /ops --&gt;</c>, each on
/// a line of its own; everything outside is people's. A block that a person took out leaves <c>&lt;!-- ops:NAME HASH-HASH removed --&gt;</c>.
/// </summary>
/// <param name="Passages">The parts, in their order.</param>
/// <param name="Edition">How many edits the text knows: the number in its first line; null where that line is not there.</param>
internal sealed partial record KeptText(IReadOnlyList<Passage> Passages, int? Edition)
{
    private const string Removed = "removed";

    /// <summary>Whether any of it is people's.</summary>
    public bool IsHuman => Passages.Any(passage => passage.IsHuman);

    /// <summary>The part of a name, or null.</summary>
    public Passage? Find(string name) => Passages.FirstOrDefault(passage => passage.Name == name);

    /// <summary>The text that people read: without marks.</summary>
    public string Plain() => string.Join("\n\n", Passages.Where(passage => !passage.IsRemoved).Select(passage => passage.Text.Trim('\n')).Where(text => text.Length > 0)) + "\n";

    /// <summary>The text with its marks, as it is stored and edited.</summary>
    /// <param name="document">What it is of, such as <c>sop-incident fr</c>.</param>
    public string Write(string document)
    {
        var text = new StringBuilder();
        text.Append("<!-- ops-document: ").Append(document).Append(" edit ").Append((Edition ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture)).Append(" -->\n\n");
        foreach (var passage in Passages)
        {
            if (passage.Name is null)
                text.Append(passage.Text.Trim('\n')).Append("\n\n");
            else if (passage.IsRemoved)
                text.Append($"<!-- ops:{passage.Name} {passage.Base} {Removed} -->\n\n");
            else
                text.Append($"<!-- ops:{passage.Name} {passage.Base} -->\n\n").Append(passage.Text.Trim('\n')).Append("\n\n<!-- /ops -->\n\n");
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>Reads a text with or without marks; nothing of it is lost, whatever became of the marks.</summary>
    public static KeptText Parse(string markdown)
    {
        var passages = new List<Passage>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var (name, stated, edition) = ((string?)null, "", (int?)null);
        var text = new StringBuilder();
        void End()
        {
            var found = text.ToString().Trim('\n');
            if (name is not null || found.Trim().Length > 0)
                passages.Add(new(name, stated, found));
            (name, stated) = (null, "");
            text.Clear();
        }

        foreach (var line in Clean(markdown).Split('\n'))
        {
            if (Opening().Match(line) is { Success: true } opening)
            {
                End();
                // A block that was copied is people's the second time.
                if (!seen.Add(opening.Groups["name"].Value))
                    continue;
                (name, stated) = (opening.Groups["name"].Value, opening.Groups["base"].Value);
                if (!opening.Groups["removed"].Success)
                    continue;
                passages.Add(new(name, stated, "") { IsRemoved = true });
                (name, stated) = (null, "");
            }
            else if (Closing().IsMatch(line))
            {
                End();
            }
            else if (First().Match(line) is { Success: true } first)
            {
                edition ??= int.Parse(first.Groups["edit"].ValueSpan, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
            }
            else
            {
                text.Append(line).Append('\n');
            }
        }

        End();
        return new(passages, edition);
    }

    // Line ends of one kind; the renderer's own marks are no text.
    private static string Clean(string markdown)
    {
        var text = new StringBuilder(markdown.Length);
        foreach (var c in markdown.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n'))
        {
            if (c is not (>= '\uE000' and <= '\uE00F') and not '\uFEFF' and not '\0')
                text.Append(c);
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^\s*<!--\s*ops:(?<name>[\p{L}\p{N}-]{1,80})\s+(?<base>[0-9a-f]{1,64}-[0-9a-f]{1,64}|\*)(?<removed>\s+removed)?\s*-->\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Opening();

    [GeneratedRegex(@"^\s*<!--\s*/ops\s*-->\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"^\s*<!--\s*ops-document:[^>]{0,200}\sedit\s(?<edit>[0-9]{1,6})\s*-->\s*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex First();
}
