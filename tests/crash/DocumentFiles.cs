using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Documents;

namespace OpsAutomation.Crash.Tests;

/// <summary>The files of a version of a document, which are called by what they hold and by those that they replaced.</summary>
internal sealed class DocumentFiles(World world, DocumentRecord record)
{
    private const int DigitsOfName = 12;
    private static readonly string[] Extensions = ["md", "html", "docx"];

    /// <summary>Whether a version's text, page and Word file are those that were written together.</summary>
    public async Task<bool> AreWholeAsync(DocumentRevision revision)
    {
        var contents = new List<byte[]>();
        foreach (var extension in Extensions)
        {
            if (await world.Blobs.OpenReadAsync(world.Engagement, record.BlobPath(revision, extension)) is not { } stream)
                return false;
            await using (stream)
                contents.Add(await SHA256.HashDataAsync(stream));
        }

        foreach (var replaced in await NamesAsync(revision))
        {
            byte[] named = [.. Encoding.UTF8.GetBytes(replaced + "\n"), .. contents.SelectMany(bytes => bytes)];
            if (revision.Files!.EndsWith("-" + Convert.ToHexStringLower(SHA256.HashData(named))[..DigitsOfName], StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    // Of whatever was there; what was replaced stays for a week.
    private async Task<IReadOnlyList<string>> NamesAsync(DocumentRevision revision)
    {
        var path = record.BlobPath(revision, Extensions[0]);
        var names = new HashSet<string>(record.Revisions.Select(one => one.Files ?? ""), StringComparer.Ordinal) { "" };
        await foreach (var blob in world.Blobs.ListAsync(world.Engagement, path[..(path.LastIndexOf('/') + 1)]))
            names.Add(Path.GetFileNameWithoutExtension(blob.Path));
        return [.. names];
    }
}
