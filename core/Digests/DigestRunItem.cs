namespace OpsAutomation.Digests;

/// <summary>What became of a due digest.</summary>
/// <param name="Due">The digest.</param>
/// <param name="Readiness">Whether it left, or what it waits for.</param>
/// <param name="Receipt">Where it is; null where it waits.</param>
public sealed record DigestRunItem(DueDigest Due, DigestReadiness Readiness, DigestReceipt? Receipt);
