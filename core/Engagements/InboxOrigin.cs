namespace OpsAutomation.Engagements;

/// <summary>Files that people and tools put under <c>inbox/</c> of the engagement's blobs.</summary>
public sealed record InboxOrigin : SourceOrigin
{
    private InboxOrigin()
    {
    }

    /// <summary>The one there is.</summary>
    public static InboxOrigin Instance { get; } = new();
}
