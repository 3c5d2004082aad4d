namespace OpsAutomation.Links;

/// <summary>What links are signed for: one made for one purpose is worth nothing for another.</summary>
public static class LinkPurpose
{
    /// <summary>Ends the digests of one recipient.</summary>
    public const string Unsubscribe = "unsubscribe";

    /// <summary>Shows the board of an engagement and the list of its documents.</summary>
    public const string Board = "board";

    /// <summary>Opens one document in one language: every version and format of it, and nothing beside it.</summary>
    public const string Document = "document";

    /// <summary>Shows one item, and acts on it by POST.</summary>
    public const string Act = "act";
}
