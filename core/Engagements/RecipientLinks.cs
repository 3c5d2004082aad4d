namespace OpsAutomation.Engagements;

/// <summary>What the signed links in a recipient's digests are for, beside the one that ends them.</summary>
public enum RecipientLinks
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>The board and the documents.</summary>
    Read,

    /// <summary>Also decisions and late items, to answer and to close.</summary>
    Act,
}
