namespace OpsAutomation.Documents;

/// <summary>What surrounds the text of a document on its pages.</summary>
/// <param name="Title">The document's title.</param>
/// <param name="Client">The client's name.</param>
/// <param name="LocaleId">The locale for proofing and hyphenation, such as <c>fr-FR</c>.</param>
/// <param name="Language">The language of the frame's own words.</param>
/// <param name="Edition">The version with its date, and that it is a draft or provisional where it is.</param>
/// <param name="HasContents">Whether a table of contents opens the document.</param>
/// <param name="IsLandscape">Whether the paper lies on its side.</param>
internal sealed record DocumentFrame(string Title, string Client, string LocaleId, Language Language, string Edition, bool HasContents, bool IsLandscape)
{
    /// <summary>Where it stands, who owns and approves it, and when it is reviewed next; empty for what is written anew for each meeting.</summary>
    public string Life { get; init; } = "";

    /// <summary>The heading of the table of contents.</summary>
    public string ContentsTitle => Language == Language.French ? "Sommaire" : "Contents";

    /// <summary>Whether the paper is Letter: in the United States and Canada; A4 elsewhere.</summary>
    public bool IsLetter => LocaleId is "en-US" or "en-CA" or "fr-CA";
}
