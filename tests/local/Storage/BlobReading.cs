namespace OpsAutomation.Local.Tests.Storage;

/// <summary>Blobs of the first engagement, as bytes and texts.</summary>
internal static class BlobReading
{
    public static async Task<byte[]> ReadBytesAsync(this LocalHome home, string path)
    {
        await using var stream = (await home.Blobs.OpenReadAsync(TemporaryHome.Lumen, path)).ShouldNotBeNull();
        var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        return copy.ToArray();
    }

    public static Task WriteTextAsync(this LocalHome home, string path, string text) =>
        home.Blobs.WriteAsync(TemporaryHome.Lumen, path, (stream, token) => stream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(text), token).AsTask());

    public static async Task<List<string>> ListAsync(this LocalHome home, string prefix)
    {
        var paths = new List<string>();
        await foreach (var entry in home.Blobs.ListAsync(TemporaryHome.Lumen, prefix))
            paths.Add(entry.Path);
        return paths;
    }
}
