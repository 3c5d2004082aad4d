namespace OpsAutomation.Links;

/// <summary>What links are signed for: one made for one purpose is worth nothing for another.</summary>
public static class LinkPurpose
{
    /// <summary>Ends the digests of one recipient.</summary>
    public const string Unsubscribe = "unsubscribe";
}
