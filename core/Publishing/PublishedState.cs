namespace OpsAutomation.Publishing;

/// <summary>How a published page stands.</summary>
public enum PublishedState
{
    /// <summary>It holds what was published last.</summary>
    Published,

    /// <summary>People changed it in the wiki: it is left as they have it, and the new version waits.</summary>
    Edited,

    /// <summary>People removed it from the wiki: it is not made again by itself.</summary>
    Removed,

    /// <summary>Somebody else's page stands in its place.</summary>
    Taken,

    /// <summary>The document was retired, and the page with it.</summary>
    Retired,
}
