namespace OpsAutomation.Documents;

/// <summary>What a version is about, in words.</summary>
public static class DocumentRevisionWords
{
    /// <summary>The reason of a version: what changed since the one before.</summary>
    public static string Reason(DocumentRevision revision, Language language) => DocumentParts.Reason(revision.Changed, language);
}
