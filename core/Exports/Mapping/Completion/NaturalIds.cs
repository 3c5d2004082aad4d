namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>Ids as they are compared between exports.</summary>
internal static class NaturalIds
{
    /// <summary>The id without the fraction that spreadsheets add to whole numbers: <c>27217.0</c> and <c>27217,00</c> are <c>27217</c>.</summary>
    internal static ReadOnlySpan<byte> Normalise(ReadOnlySpan<byte> trimmed)
    {
        var mark = trimmed.IndexOfAny((byte)'.', (byte)',');
        if (mark <= 0 || trimmed.Length - mark - 1 > 2 || mark == trimmed.Length - 1)
            return trimmed;
        var before = trimmed[..mark];
        return before.ContainsAnyExceptInRange((byte)'0', (byte)'9') || trimmed[(mark + 1)..].ContainsAnyExcept((byte)'0') ? trimmed : before;
    }
}
