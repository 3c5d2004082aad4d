namespace OpsAutomation.Ports;

/// <summary>One change of a record.</summary>
/// <param name="Key">Where the record is.</param>
/// <param name="Value">Its new JSON; null removes it.</param>
/// <param name="ETag">The version that it must still have; null where it must not exist yet, <c>*</c> where any state will do.</param>
public sealed record StateChange(StateKey Key, string? Value, string? ETag)
{
    /// <summary>Adds a record that must not be there yet.</summary>
    public static StateChange Insert(StateKey key, string value) => new(key, value, null);

    /// <summary>Replaces a record that must be as it was read.</summary>
    public static StateChange Replace(StateEntry read, string value) => new(read.Key, value, read.ETag);

    /// <summary>Writes a record whatever was there.</summary>
    public static StateChange Put(StateKey key, string value) => new(key, value, "*");

    /// <summary>Removes a record whatever was there.</summary>
    public static StateChange Remove(StateKey key) => new(key, null, "*");
}
