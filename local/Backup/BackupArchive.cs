using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using OpsAutomation.Schema;

namespace OpsAutomation.Local.Backup;

/// <summary>A backup that is read: its manifest and every name in it are checked before a byte is unpacked, and each file while it is.</summary>
internal sealed class BackupArchive : IDisposable
{
    private const int BufferSize = 128 * 1024;
    private const long LargestManifest = 256L * 1024 * 1024;

    // Databases are compacted before they are packed: nothing of a home shrinks to so little.
    private const long LargestRatio = 300;
    private const long AlwaysAllowed = 64L * 1024 * 1024;

    private readonly ZipArchive zip;
    private readonly string path;

    private BackupArchive(ZipArchive zip, string path, BackupManifest manifest)
    {
        this.zip = zip;
        this.path = path;
        Manifest = manifest;
    }

    /// <summary>What it says that it holds.</summary>
    public BackupManifest Manifest { get; }

    /// <summary>Opens a backup and checks all but the bytes of its files.</summary>
    /// <exception cref="OpsException">Refused: it is none, is damaged, or names a file where none may be; or is of a newer version.</exception>
    public static async Task<BackupArchive> OpenAsync(string path, CancellationToken cancellationToken)
    {
        FileStream? file = null;
        ZipArchive? archive = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, BufferSize);
            var packed = file.Length;
            archive = new ZipArchive(file, ZipArchiveMode.Read);
            var manifest = await ReadManifestAsync(archive, path, cancellationToken).ConfigureAwait(false);
            Check(archive, manifest, packed, path);
            return new(archive, path, manifest);
        }
        catch (Exception exception)
        {
            archive?.Dispose();
            if (file is not null)
                await file.DisposeAsync().ConfigureAwait(false);
            if (exception is InvalidDataException or JsonException)
                throw Damaged(path, exception);
            if (StorageFailure.IsStorage(exception))
                throw StorageFailure.Of(exception, path);
            throw;
        }
    }

    /// <summary>Unpacks every file below a folder.</summary>
    /// <exception cref="OpsException">Refused: the bytes of a file are not those that were backed up.</exception>
    public async Task UnpackAsync(string folder, CancellationToken cancellationToken)
    {
        foreach (var file in Manifest.Files)
        {
            var target = Path.Combine([folder, .. file.Path.Split('/')]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                await UnpackAsync(file, target, cancellationToken).ConfigureAwait(false);
            }
            catch (InvalidDataException exception)
            {
                throw Damaged(path, exception);
            }

            File.SetLastWriteTimeUtc(target, NodaTime.Text.InstantPattern.ExtendedIso.Parse(file.Modified).GetValueOrThrow().ToDateTimeUtc());
        }
    }

    /// <inheritdoc/>
    public void Dispose() => zip.Dispose();

    private static async Task<BackupManifest> ReadManifestAsync(ZipArchive zip, string path, CancellationToken cancellationToken)
    {
        if (zip.GetEntry(BackupManifest.Name) is not { Length: <= LargestManifest } entry)
            throw Damaged(path, null);
        var stream = entry.Open();
        await using (stream.ConfigureAwait(false))
        {
            using var bytes = new MemoryStream();
            var buffer = new byte[BufferSize];
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > entry.Length)
                    throw new InvalidDataException("The manifest is longer than the archive says.");
            }

            bytes.Position = 0;
            return await JsonSerializer.DeserializeAsync(bytes, BackupJson.Default.BackupManifest, cancellationToken).ConfigureAwait(false)
                ?? throw new InvalidDataException("The manifest is empty.");
        }
    }

    private static void Check(ZipArchive zip, BackupManifest manifest, long packed, string path)
    {
        if (manifest.Format != BackupManifest.FormatName || manifest.Schema > StateSchema.Current)
            throw Newer(path);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var total = 0L;
        foreach (var file in manifest.Files)
        {
            if (!HomeFiles.IsPlace(file.Path) || !names.Add(file.Path) || file.Length < 0 || zip.GetEntry(file.Path)?.Length != file.Length
                || !NodaTime.Text.InstantPattern.ExtendedIso.Parse(file.Modified).Success)
                throw Damaged(path, null);
            total = checked(total + file.Length);
        }

        var secrets = manifest.Files.Any(file => HomeFiles.Secrets.Contains(file.Path, StringComparer.Ordinal));
        if (zip.Entries.Count != manifest.Files.Count + 1 || (secrets && !manifest.HasSecrets) || total > AlwaysAllowed + (packed * LargestRatio)
            || !NodaTime.Text.InstantPattern.ExtendedIso.Parse(manifest.Taken).Success || manifest.Schema < StateSchema.First)
            throw Damaged(path, null);
    }

    private async Task UnpackAsync(BackupFile file, string target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = BufferSize };
        if (!OperatingSystem.IsWindows() && HomeFiles.Secrets.Contains(file.Path, StringComparer.Ordinal))
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var from = zip.GetEntry(file.Path)!.Open();
        await using (from.ConfigureAwait(false))
        {
            var to = new FileStream(target, options);
            await using (to.ConfigureAwait(false))
            {
                var buffer = new byte[BufferSize];
                var length = 0L;
                while (await from.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is var read and > 0)
                {
                    length += read;
                    // What unpacks to more than it said is not read to its end.
                    if (length > file.Length)
                        throw Damaged(path, null);
                    hash.AppendData(buffer, 0, read);
                    await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
                }

                if (length != file.Length || !string.Equals(Convert.ToHexStringLower(hash.GetHashAndReset()), file.Sha256, StringComparison.Ordinal))
                    throw Damaged(path, null);
                to.Flush(flushToDisk: true);
            }
        }
    }

    private static OpsException Damaged(string path, Exception? inner) => OpsException.Refused(
        $"{path} is not a backup made by ops, or it is damaged: what is in it is not what its manifest says. Nothing was restored. Take another backup.",
        $"{path} n'est pas une sauvegarde faite par ops, ou elle est endommagée\u00a0: son contenu n'est pas celui que dit son manifeste. Rien n'a été restauré. Prenez une autre sauvegarde.",
        inner);

    private static OpsException Newer(string path) => OpsException.Refused(
        $"{path} was made by a newer version of ops. Nothing was restored. Install that version.",
        $"{path} a été faite par une version plus récente d'ops. Rien n'a été restauré. Installez cette version.");
}
