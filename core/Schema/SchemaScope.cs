using OpsAutomation.Ports;

namespace OpsAutomation.Schema;

/// <summary>What a step of an upgrade works on.</summary>
/// <param name="State">The records.</param>
/// <param name="Blobs">The files.</param>
/// <param name="Engagements">The engagements.</param>
public sealed record SchemaScope(IStateStore State, IBlobStore Blobs, IEngagementRegistry Engagements);
