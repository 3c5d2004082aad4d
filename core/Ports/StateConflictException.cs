namespace OpsAutomation.Ports;

/// <summary>Somebody else changed the record first: read again and decide again.</summary>
public sealed class StateConflictException(StateKey key)
    : Exception($"The record {key.Collection}/{key.Id} changed meanwhile.")
{
    /// <summary>The record that stood in the way.</summary>
    public StateKey Key { get; } = key;
}
