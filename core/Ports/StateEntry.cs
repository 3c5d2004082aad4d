namespace OpsAutomation.Ports;

/// <summary>A record as it was read.</summary>
/// <param name="Key">Where it is.</param>
/// <param name="Value">Its JSON.</param>
/// <param name="ETag">Its version: give it back to change the record.</param>
public sealed record StateEntry(StateKey Key, string Value, string ETag);
