namespace OpsAutomation.Publishing;

/// <summary>How a published page stands, in words.</summary>
public static class PublishedWords
{
    /// <summary>The words of a state.</summary>
    public static LocalizedText Of(PublishedState state) => state switch
    {
        PublishedState.Edited => new("changed in the wiki by people", "modifiée dans le wiki par des personnes"),
        PublishedState.Removed => new("removed from the wiki by people", "retirée du wiki par des personnes"),
        PublishedState.Taken => new("another page is in its place", "une autre page occupe sa place"),
        PublishedState.Retired => new("retired, in the bin", "retirée, à la corbeille"),
        _ => new("published", "publiée"),
    };
}
