namespace OpsAutomation.Boards;

/// <summary>The words of a page's language.</summary>
internal sealed class PageWords(Language language)
{
    public Language Language => language;

    public string Say(string english, string french) => language == Language.French ? french : english;
}
