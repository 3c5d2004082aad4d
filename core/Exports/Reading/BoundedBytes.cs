namespace OpsAutomation.Exports.Reading;

/// <summary>Takes what cannot be streamed into memory, up to a limit.</summary>
internal static class BoundedBytes
{
    public static byte[] Read(Stream stream, string file, int maxBytes)
    {
        // Where the size is known, nothing is read in vain and nothing is copied.
        var known = stream.CanSeek ? stream.Length - stream.Position : -1;
        if (known > maxBytes)
            throw Oversize.InMemory(file, maxBytes);
        var bytes = new byte[Math.Max(known + 1, 64 * 1024)];
        var length = 0;
        while (true)
        {
            var read = stream.Read(bytes, length, bytes.Length - length);
            if (read == 0)
            {
                Array.Resize(ref bytes, length);
                return bytes;
            }

            length += read;
            if (length > maxBytes)
                throw Oversize.InMemory(file, maxBytes);
            if (length == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(2L * length, maxBytes + 1L));
        }
    }
}
