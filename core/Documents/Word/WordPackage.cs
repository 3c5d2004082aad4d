using System.IO.Compression;
using System.Text;

namespace OpsAutomation.Documents.Word;

/// <summary>
/// Writes the parts of a Word document into their zip by itself: the SDK's own packaging takes the time of day and random ids into the file, and
/// the same content must give the same bytes.
/// </summary>
internal sealed class WordPackage
{
    private static readonly DateTimeOffset Epoch = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(string Path, string Xml)> parts = [];

    public void Add(string path, string xml) => parts.Add((path, xml));

    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in parts)
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
                entry.LastWriteTime = Epoch;
                using var stream = entry.Open();
                stream.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml));
            }
        }
        return bytes.ToArray();
    }
}
