using System.Text.RegularExpressions;

namespace OpsAutomation.Documents.Templating;

/// <summary>Marks of the renderer's own in Markdown on its way: values can never hold them, and no reader sees them.</summary>
internal static partial class Marks
{
    /// <summary>The value of a part that nobody has yet: shown in bold and in brackets, so that it is filled in.</summary>
    public const string ToBeNamed = "\uE00C";

    /// <summary>Begins text that changes by itself and makes no new version.</summary>
    public const char FiguresStart = '\uE000';
    /// <summary>Ends it.</summary>
    public const char FiguresEnd = '\uE001';
    private const string RevisionsPlace = "\uE002";

    /// <summary>Text that changes by itself and makes no new version.</summary>
    public static string Figures(string text) => FiguresStart + text + FiguresEnd;

    /// <summary>Where the table of revisions will be.</summary>
    public static string Revisions => RevisionsPlace;

    /// <summary>The text that decides whether there is a new version.</summary>
    public static string WithoutFigures(string markdown) => FiguresText().Replace(markdown, "").Replace(RevisionsPlace, "", StringComparison.Ordinal);

    /// <summary>The text that people read.</summary>
    public static string Finish(string markdown, string revisions) => markdown
        .Replace(RevisionsPlace, revisions, StringComparison.Ordinal)
        .Replace(FiguresStart.ToString(), "", StringComparison.Ordinal)
        .Replace(FiguresEnd.ToString(), "", StringComparison.Ordinal);

    [GeneratedRegex("\uE000[^\uE001]*\uE001")]
    private static partial Regex FiguresText();
}
