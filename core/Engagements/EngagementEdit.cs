using OpsAutomation.Ports;

namespace OpsAutomation.Engagements;

/// <summary>Adds to the file of an engagement without touching what a person wrote in it: comments and order stay.</summary>
public static class EngagementEdit
{
    /// <summary>Adds an item to a list at the top of the file; the list is made where there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="section">The list's key.</param>
    /// <param name="item">The item in one line, such as <c>{source: n8n, scheme: standard}</c>.</param>
    /// <exception cref="OpsException">Refused: the list is written in a way that cannot be added to, or the file has errors afterwards.</exception>
    public static string AddItem(ConfigurationText text, string section, string item)
    {
        var lines = text.Yaml.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith(section + ":", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.AddRange(["", section + ":", "  - " + item]);
        }
        else
        {
            var value = lines[at][(section.Length + 1)..].Trim();
            if (value is "[]" or "~" or "null")
                lines[at] = section + ":";
            else if (value.Length > 0 && value[0] != '#')
                throw ByHand(section, item);
            lines.Insert(at + 1, Indentation(lines, at) + "- " + item);
        }

        var changed = string.Join('\n', lines) + "\n";
        EngagementReader.Read(new(text.Name, changed));
        return changed;
    }

    /// <summary>Sets a value at the top of the file; a comment behind it stays, and the line is added where there is none.</summary>
    /// <param name="text">The file.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">The value, a plain word.</param>
    /// <exception cref="OpsException">Refused: the file has errors afterwards.</exception>
    public static string SetValue(ConfigurationText text, string key, string value)
    {
        var lines = text.Yaml.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').ToList();
        var at = lines.FindIndex(line => line.StartsWith(key + ":", StringComparison.Ordinal));
        if (at < 0)
        {
            lines.Add($"{key}: {value}");
        }
        else
        {
            var comment = lines[at].IndexOf(" #", StringComparison.Ordinal);
            lines[at] = $"{key}: {value}" + (comment < 0 ? "" : lines[at][comment..]);
        }

        var changed = string.Join('\n', lines) + "\n";
        EngagementReader.Read(new(text.Name, changed));
        return changed;
    }

    /// <summary>Whether a file says that its engagement is closed; false where it has errors.</summary>
    public static bool IsClosed(ConfigurationText text)
    {
        try
        {
            return EngagementReader.Read(text).State == EngagementState.Closed;
        }
        catch (OpsException)
        {
            return false;
        }
    }

    // The items that are there say how far they stand in.
    private static string Indentation(List<string> lines, int at)
    {
        var first = lines.Skip(at + 1).FirstOrDefault(line => line.Trim() is { Length: > 0 } content && content[0] != '#');
        return first is not null && first.TrimStart(' ').StartsWith("- ", StringComparison.Ordinal)
            ? first[..^first.TrimStart(' ').Length]
            : "  ";
    }

    private static OpsException ByHand(string section, string item) => OpsException.Refused(
        $"The list {section} in the engagement's file is written on one line, which is not changed for you. Add this item to it, then run the command again: {item}",
        $"La liste {section} du fichier de la mission est écrite sur une seule ligne, qui n'est pas modifiée à votre place. Ajoutez-y cet élément, puis relancez la commande\u00a0: {item}");
}
