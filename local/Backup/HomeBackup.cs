using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Schema;

namespace OpsAutomation.Local.Backup;

/// <summary>
/// Writes a home into one zip: its files, and copies of its databases as of one moment, with a manifest that names each with its SHA-256. Done under the
/// lock of the home, in turn with commands and with the app that serves it; what webhooks bring meanwhile is in both databases or in none.
/// </summary>
public static class HomeBackup
{
    private const int BufferSize = 128 * 1024;

    /// <summary>Makes a backup.</summary>
    /// <param name="home">The open home.</param>
    /// <param name="file">The zip; it must not be there yet. It appears as a whole, and only this account may read it.</param>
    /// <param name="withSecrets">Whether secrets and keys go along.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops; no zip appears.</param>
    /// <exception cref="OpsException">Refused: the file is there, or inside the home. Others as the storage says.</exception>
    public static async Task<BackupResult> RunAsync(LocalHome home, string file, bool withSecrets, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(home);
        ArgumentNullException.ThrowIfNull(time);
        var target = Path.GetFullPath(file);
        Check(home.Folder, target);
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.unfinished");
        var copies = Directory.CreateDirectory(Path.Combine(home.Folder, ".unfinished", "backup")).FullName;
        try
        {
            foreach (var left in Directory.EnumerateFiles(copies))
                File.Delete(left);
            var taken = time.GetUtcNow().ToInstant();
            DatabaseCopies.Make(home.Folder, copies);
            var files = new List<BackupFile>();
            var stream = new FileStream(unfinished, Options());
            await using (stream.ConfigureAwait(false))
            {
                using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
                {
                    foreach (var database in Directory.EnumerateFiles(copies).Order(StringComparer.Ordinal))
                        files.Add(await AddAsync(zip, database, Path.GetFileName(database), taken, cancellationToken).ConfigureAwait(false));
                    foreach (var path in HomeFiles.List(home.Folder, withSecrets))
                    {
                        var source = Path.Combine([home.Folder, .. path.Split('/')]);
                        files.Add(await AddAsync(zip, source, path, null, cancellationToken).ConfigureAwait(false));
                    }

                    await WriteManifestAsync(zip, new(BackupManifest.FormatName, StateSchema.Current, InstantPattern.ExtendedIso.Format(taken), withSecrets, files), cancellationToken).ConfigureAwait(false);
                }

                stream.Flush(flushToDisk: true);
            }

            File.Move(unfinished, target, overwrite: false);
            return new(taken, files.Count, files.Sum(one => one.Length), withSecrets);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, target);
        }
        finally
        {
            Discard(unfinished, copies);
        }
    }

    private static void Check(string home, string target)
    {
        if (target.StartsWith(Path.TrimEndingDirectorySeparator(home) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
        {
            throw OpsException.Refused(
                $"{target} is inside the home. Name a file outside of it, best on another disk.",
                $"{target} est dans le dossier lui-même. Indiquez un fichier ailleurs, de préférence sur un autre disque.");
        }

        if (File.Exists(target) || Directory.Exists(target))
        {
            throw OpsException.Refused(
                $"{target} is there already, and a backup is never written over. Choose another name, such as one with the date.",
                $"{target} existe déjà, et une sauvegarde n'est jamais écrasée. Choisissez un autre nom, par exemple avec la date.");
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    private static async Task<BackupFile> AddAsync(ZipArchive zip, string source, string path, Instant? modified, CancellationToken cancellationToken)
    {
        var from = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.SequentialScan);
        await using (from.ConfigureAwait(false))
        {
            var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
            entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            var buffer = new byte[BufferSize];
            var length = 0L;
            var to = entry.Open();
            await using (to.ConfigureAwait(false))
            {
                while (await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
                {
                    hash.AppendData(buffer, 0, read);
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                    length += read;
                }
            }

            var written = modified ?? Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(source));
            return new(path, length, Convert.ToHexStringLower(hash.GetHashAndReset()), InstantPattern.ExtendedIso.Format(written));
        }
    }

    private static async Task WriteManifestAsync(ZipArchive zip, BackupManifest manifest, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(BackupManifest.Name, CompressionLevel.Optimal);
        var stream = entry.Open();
        await using (stream.ConfigureAwait(false))
            await JsonSerializer.SerializeAsync(stream, manifest, BackupJson.Default.BackupManifest, cancellationToken).ConfigureAwait(false);
    }

    private static void Discard(string unfinished, string copies)
    {
        try
        {
            File.Delete(unfinished);
            Directory.Delete(copies, recursive: true);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            // The next backup to this name writes over the one, the next command removes the other.
        }
    }
}
