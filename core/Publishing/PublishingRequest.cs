namespace OpsAutomation.Publishing;

/// <summary>What a run of publishing does beyond the usual.</summary>
public sealed record PublishingRequest
{
    /// <summary>Whether pages are looked at in the wiki though there is nothing new for them, and whether what waits is tried again.</summary>
    public bool Rechecks { get; init; }

    /// <summary>The kind of the document whose pages are written over what people made of them; null for none.</summary>
    public string? Overwrite { get; init; }

    /// <summary>Who asks for it, for the record of acts; null for the operator.</summary>
    public string? By { get; init; }

    /// <summary>Whether the pages of a kind are written over.</summary>
    internal bool Overwrites(string kind) => string.Equals(Overwrite, kind, StringComparison.Ordinal);
}
