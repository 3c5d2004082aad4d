namespace OpsAutomation.Conformance;

/// <summary>A mail as somebody else sends it.</summary>
/// <param name="From">The sender's address.</param>
public sealed record ReceivedMail(string From)
{
    /// <summary>What is attached.</summary>
    public IReadOnlyList<ReceivedFile> Files { get; init; } = [];
}
