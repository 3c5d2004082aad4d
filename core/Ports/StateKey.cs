namespace OpsAutomation.Ports;

/// <summary>Where a record is, within its engagement.</summary>
/// <param name="Collection">What kind of record: lower-case letters and hyphens, such as <c>imports</c>.</param>
/// <param name="Id">Its id within the collection; any text of up to 256 characters, encoded by the adapter.</param>
public readonly record struct StateKey(string Collection, string Id);
