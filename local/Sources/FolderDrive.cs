using System.Globalization;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local.Sources;

/// <summary>Drives as folders: <c>drive/{drive or site}/{folder}/…</c> below the home. A file is known by its path; each look gives all of them.</summary>
public sealed class FolderDrive(string home, TimeProvider time) : IDrive
{
    private const string Cursor = "all";
    private const int BufferSize = 64 * 1024;
    private readonly HomePlace folders = new(home, "drive");

    // A file that somebody is copying is not whole.
    private readonly Duration rest = Duration.FromSeconds(2);

    /// <inheritdoc/>
    public Task<DrivePage> ReadAsync(EngagementId engagement, DriveOrigin place, string? cursor, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var folder = folders.Find(NameOf(place), place.Folder) ?? throw OpsException.Refused(
            $"There is no drive folder {folders.PathOf(NameOf(place), place.Folder)}. Create it and put exports there, or correct the source in the engagement's file.",
            $"Il n'y a pas de dossier de lecteur {folders.PathOf(NameOf(place), place.Folder)}. Créez-le et mettez-y des exports, ou corrigez la source dans le fichier de la mission.");
        var files = new DirectoryInfo(folder)
            .EnumerateFiles("*", place.Subfolders ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly)
            .Where(HasRested)
            .Select(file => Describe(RootOf(place)!, file))
            .OrderBy(file => file.Id, StringComparer.Ordinal);
        return Task.FromResult(new DrivePage([.. files], Cursor, HasMore: false));
    }

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(EngagementId engagement, DriveOrigin place, string file, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (RootOf(place) is not { } root)
            return Task.FromResult<Stream?>(null);
        var path = Path.GetFullPath(Path.Combine(root, file));
        if (!path.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new ArgumentException("The file is not in the drive.", nameof(file));
        try
        {
            return Task.FromResult<Stream?>(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, BufferSize, FileOptions.SequentialScan));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, path);
        }
    }

    private bool HasRested(FileInfo file)
    {
        var age = Instant.FromDateTimeOffset(time.GetUtcNow()) - Instant.FromDateTimeUtc(file.LastWriteTimeUtc);
        return age < Duration.Zero || age >= rest;
    }

    private string? RootOf(DriveOrigin origin) => folders.Find(NameOf(origin), "");

    private static string NameOf(DriveOrigin origin) => origin.Drive ?? origin.Site ?? "";

    private static DriveFile Describe(string root, FileInfo file) => new(
        Path.GetRelativePath(root, file.FullName).Replace(Path.DirectorySeparatorChar, '/'),
        file.Name,
        file.Length,
        Instant.FromDateTimeUtc(file.LastWriteTimeUtc),
        string.Create(CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}"));
}
