using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Kept;

/// <summary>A block as the generator writes it: a section, what stands before the first, or the table of versions.</summary>
/// <param name="Name">Its name: the words of its heading.</param>
/// <param name="Marked">Its text with the renderer's marks of figures.</param>
/// <param name="Text">Its text as people read it, without blank lines around it.</param>
internal sealed record GeneratedBlock(string Name, string Marked, string Text)
{
    /// <summary>The name of the table of versions: it changes with each version and by that makes none.</summary>
    public const string Versions = "versions";

    private const int Digits = 12;

    /// <summary>
    /// What tells later whether a person changed the text and whether the generator would write another: the hash of the text, a hyphen, and that of its
    /// content without figures.
    /// </summary>
    public string Base => HashOf(Text) + "-" + ContentHash;

    /// <summary>The hash of what it says, figures aside.</summary>
    public string ContentHash => Name == Versions ? HashOf("") : HashOf(Marks.WithoutFigures(Marked));

    /// <summary>The short hash of a text; blanks at the ends of lines, which editors take away, and blank lines around it aside.</summary>
    public static string HashOf(string text) =>
        DocumentParts.Hash(string.Join('\n', text.Split('\n').Select(line => line.TrimEnd(' ', '\t'))).Trim('\n', ' '))[..Digits];

    /// <summary>The part of a base that is the text's.</summary>
    public static string TextOf(string stated) => stated.Split('-')[0];

    /// <summary>The part of a base that is the content's.</summary>
    public static string ContentOf(string stated) => stated.Split('-') is [_, var content] ? content : "";
}
