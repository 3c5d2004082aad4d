using System.Text;
using OpsAutomation.Local;

namespace OpsAutomation.Ops.Files;

/// <summary>Files that the command line names: read to the end or refused with their name, written as a whole.</summary>
internal static class LocalFile
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The size of a file that is about to be read, or a refusal that says why it cannot be.</summary>
    public static long LengthOf(string path)
    {
        if (Directory.Exists(path))
            throw OpsException.Refused($"{path} is a folder: name a file.", $"{path} est un dossier : indiquez un fichier.");
        var file = new FileInfo(path);
        return file.Exists
            ? file.Length
            : throw OpsException.Refused($"There is no file {path}. Check its name and folder.", $"Il n'y a pas de fichier {path}. Vérifiez son nom et son dossier.");
    }

    /// <summary>Opens a file from its start; several streams of it may be open at once.</summary>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw OpsException.Refused($"There is no file {path}. Check its name and folder.", $"Il n'y a pas de fichier {path}. Vérifiez son nom et son dossier.", exception);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw OpsException.Refused($"This account may not read {path}. Give it the right, then run the command again.", $"Ce compte n'a pas le droit de lire {path}. Donnez-lui ce droit, puis relancez la commande.", exception);
        }
        catch (IOException exception)
        {
            throw StorageFailure.Of(exception, path);
        }
    }

    /// <summary>Reads a text file in UTF-8.</summary>
    public static async Task<string> ReadTextAsync(string path, CancellationToken cancellationToken)
    {
        _ = LengthOf(path);
        using var reader = new StreamReader(Open(path), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
        try
        {
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (DecoderFallbackException exception)
        {
            throw OpsException.Refused($"{path} is not UTF-8 text. Save it as UTF-8, then run the command again.", $"{path} n'est pas du texte UTF-8. Enregistrez-le en UTF-8, puis relancez la commande.", exception);
        }
    }

    /// <summary>
    /// Writes a file that people asked for: it replaces a former one only when it is complete. What a killed command left unfinished
    /// has the same name as what the next one begins with, which hence takes it over.
    /// </summary>
    public static Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
        WriteAsync(path, stream => stream.Write(content.Span), cancellationToken);

    /// <summary>Writes a file that people asked for as its content is made.</summary>
    public static Task WriteAsync(string path, Action<Stream> write, CancellationToken cancellationToken) => WriteAsync(
        path,
        (stream, _) =>
        {
            write(stream);
            return Task.CompletedTask;
        },
        cancellationToken);

    /// <summary>Writes a file that people asked for as its content comes.</summary>
    public static async Task WriteAsync(string path, Func<Stream, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        var full = Path.GetFullPath(path);
        var unfinished = Path.Combine(Path.GetDirectoryName(full) ?? full, $".{Path.GetFileName(full)}.unfinished");
        try
        {
            if (Directory.Exists(full))
                throw OpsException.Refused($"{path} is a folder: name a file.", $"{path} est un dossier : indiquez un fichier.");
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            await using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferSize))
                await write(stream, cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            File.Move(unfinished, full, overwrite: true);
        }
        catch (Exception exception)
        {
            Discard(unfinished);
            if (StorageFailure.IsStorage(exception))
                throw StorageFailure.Of(exception, path);
            throw;
        }
    }

    private static void Discard(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            // The failure that is under way says more.
        }
    }
}
