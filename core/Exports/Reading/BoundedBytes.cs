namespace OpsAutomation.Exports.Reading;

/// <summary>Takes what cannot be streamed into memory, up to a limit.</summary>
internal static class BoundedBytes
{
    public static byte[] Read(Stream stream, string file, int maxBytes)
    {
        var bytes = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
                return bytes.AsSpan(0, length).ToArray();
            length += read;
            if (length > maxBytes)
                throw Oversize.InMemory(file, maxBytes);
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * length, maxBytes + 1L));
        }
    }
}
