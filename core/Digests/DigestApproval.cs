using NodaTime;

namespace OpsAutomation.Digests;

/// <summary>An approval: it holds for the content that was shown and for nothing else.</summary>
/// <param name="ContentHash">The hash of that content.</param>
/// <param name="By">Who approved.</param>
/// <param name="At">When.</param>
public sealed record DigestApproval(string ContentHash, string By, Instant At)
{
    /// <summary>The revision that was approved.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>The sentence added on the occasion, or null; it is part of the content.</summary>
    public string? Sentence { get; init; }
}
