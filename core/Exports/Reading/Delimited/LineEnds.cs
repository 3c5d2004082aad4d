namespace OpsAutomation.Exports.Reading.Delimited;

/// <summary>Counts line ends: a line feed, a return, or both together are one.</summary>
internal static class LineEnds
{
    public static int Count(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'\n', (byte)'\r') < 0)
            return 0;
        var count = text.Count((byte)'\n') + text.Count((byte)'\r');
        return count - text.Count("\r\n"u8);
    }
}
