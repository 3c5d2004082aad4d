namespace OpsAutomation.Ports;

/// <summary>The limits that every state store keeps, so that what is stored on one machine can be stored in the cloud.</summary>
public static class StateLimits
{
    private const int LongestId = 256;
    private const int LongestValue = 512 * 1024;
    private const int MostChanges = 100;

    /// <summary>Refuses commits that are outside the port's contract.</summary>
    public static void Check(IReadOnlyList<StateChange> changes)
    {
        ArgumentOutOfRangeException.ThrowIfZero(changes.Count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(changes.Count, MostChanges);
        foreach (var change in changes)
            Check(change.Key, change.Value);
        if (changes.DistinctBy(change => change.Key).Count() < changes.Count)
            throw new ArgumentException("A commit changes each record once.", nameof(changes));
    }

    /// <summary>Refuses keys and values that are outside the port's contract.</summary>
    public static void Check(StateKey key, string? value = null)
    {
        if (key.Collection.Length is 0 or > 64 || !key.Collection.All(c => char.IsAsciiLetterLower(c) || c == '-'))
            throw new ArgumentException("A collection is named with lower-case letters and hyphens.", nameof(key));
        if (key.Id.Length > LongestId)
            throw new ArgumentException("An id has at most 256 characters.", nameof(key));
        if (value?.Length > LongestValue)
            throw new ArgumentException("A record has at most 1 MiB of UTF-16 text.", nameof(value));
    }
}
