using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;

namespace OpsAutomation.Local.Backup;

/// <summary>
/// Puts a backup into a folder. Everything is unpacked and checked beside the home first; then one rename decides, and from there on whoever opens the
/// home next ends the restore, so that a home is never half one thing and half another. A restored home is held back (<see cref="RestoredHold"/>).
/// </summary>
public static class HomeRestore
{
    private const string Cleared = ".cleared";

    /// <summary>Restores.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="folder">The home: an empty or a new folder, unless it is to be replaced.</param>
    /// <param name="replace">Whether what is in the folder goes. Its secrets stay where the backup has none.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellationToken">Stops, until the backup was checked as a whole.</param>
    /// <exception cref="OpsException">Refused: no good backup, a folder with something in it or with anything but a home, or an app that serves it. Retriable: somebody works in it.</exception>
    public static async Task<BackupResult> RunAsync(string file, string folder, bool replace, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(time);
        var home = Path.GetFullPath(folder);
        using var archive = await BackupArchive.OpenAsync(Path.GetFullPath(file), cancellationToken).ConfigureAwait(false);
        CheckEmpty(home, replace);
        try
        {
            Directory.CreateDirectory(home);
            using var held = await HomeLock.TakeAsync(home, TimeSpan.FromSeconds(10), cancellationToken).ConfigureAwait(false);
            using var alone = HomeLock.TryServing(home) ?? throw Served(home);
            Finish(home);
            CheckEmpty(home, replace);
            CheckRoom(home, archive.Manifest);
            var unpacked = Directory.CreateDirectory(Path.Combine(home, HomeFiles.Unpacking)).FullName;
            await archive.UnpackAsync(unpacked, cancellationToken).ConfigureAwait(false);
            if (archive.Manifest.Files.Any(one => one.Path == HomeFiles.Databases[0]) && StateDatabase.VersionOf(Path.Combine(unpacked, HomeFiles.Databases[0])) != archive.Manifest.Schema)
                throw OtherState(file);
            Hold(unpacked, archive.Manifest.Taken, time);
            cancellationToken.ThrowIfCancellationRequested();
            Directory.Move(unpacked, Path.Combine(home, HomeFiles.Checked));
            Finish(home);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, home);
        }

        var manifest = archive.Manifest;
        return new(InstantPattern.ExtendedIso.Parse(manifest.Taken).Value, manifest.Files.Count, manifest.Files.Sum(one => one.Length), manifest.HasSecrets);
    }

    /// <summary>Whether a restore was decided and not ended.</summary>
    internal static bool IsUnderWay(string home) => Directory.Exists(Path.Combine(home, HomeFiles.Checked));

    /// <summary>Ends a restore that was decided, and removes what is left of one that was not; call it only under the lock of work.</summary>
    internal static void Finish(string home)
    {
        Remove(Path.Combine(home, HomeFiles.Unpacking));
        var source = Path.Combine(home, HomeFiles.Checked);
        var replaced = Path.Combine(home, HomeFiles.Replaced);
        if (Directory.Exists(source))
        {
            var cleared = Path.Combine(source, Cleared);
            if (!File.Exists(cleared))
            {
                Directory.CreateDirectory(replaced);
                foreach (var entry in Entries(home).Where(entry => !IsKept(source, Path.GetFileName(entry))))
                    Move(entry, Path.Combine(replaced, Path.GetFileName(entry)));
                File.WriteAllBytes(cleared, []);
            }

            foreach (var entry in Directory.EnumerateFileSystemEntries(source).Where(entry => Path.GetFileName(entry) != Cleared).ToList())
                Move(entry, Path.Combine(home, Path.GetFileName(entry)));
            Remove(source);
        }

        Remove(replaced);
    }

    private static void Hold(string unpacked, string taken, TimeProvider time)
    {
        var hold = new RestoredHold(taken, InstantPattern.ExtendedIso.Format(time.GetUtcNow().ToInstant()));
        File.WriteAllBytes(Path.Combine(unpacked, RestoredHold.Name), JsonSerializer.SerializeToUtf8Bytes(hold, BackupJson.Default.RestoredHold));
    }

    private static IEnumerable<string> Entries(string home) =>
        Directory.EnumerateFileSystemEntries(home).Where(entry => !HomeFiles.IsOfTheMachine(Path.GetFileName(entry))).ToList();

    // A backup without secrets leaves the machine those that it has.
    private static bool IsKept(string source, string name) => HomeFiles.Secrets.Contains(name, StringComparer.Ordinal) && !File.Exists(Path.Combine(source, name));

    private static void Move(string from, string to)
    {
        if (File.Exists(from))
            File.Move(from, to, overwrite: true);
        else
            Directory.Move(from, to);
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    // A slip of the keyboard must not cost a person's own folder.
    private static void CheckEmpty(string home, bool replace)
    {
        if (replace && Directory.Exists(home) && Entries(home).Any() && !HomeFiles.IsHome(home))
        {
            throw OpsException.Refused(
                $"{home} holds other things than a home, and nothing of it was replaced. Name a home or a new folder with --home.",
                $"{home} contient autre chose qu'un dossier de travail d'ops, et rien n'y a été remplacé. Indiquez un tel dossier, ou un nouveau, avec --home.");
        }

        if (!replace && Directory.Exists(home) && Entries(home).Any())
        {
            throw OpsException.Refused(
                $"{home} is not empty. Name a new folder with --home, or say --replace to have everything in it replaced by the backup.",
                $"{home} n'est pas vide. Indiquez un nouveau dossier avec --home, ou --replace pour que la sauvegarde remplace tout ce qu'il contient.");
        }
    }

    private static void CheckRoom(string home, BackupManifest manifest)
    {
        if (new DriveInfo(home).AvailableFreeSpace < manifest.Files.Sum(file => file.Length))
            throw StorageFailure.NoRoom(home, null);
    }

    private static OpsException OtherState(string file) => OpsException.Refused(
        $"{file} holds a state file of another version than its manifest says. Nothing was restored.",
        $"{file} contient un fichier d'état d'une autre version que celle de son manifeste. Rien n'a été restauré.");

    private static OpsException Served(string home) => OpsException.Refused(
        $"An app serves {home}. Stop it, then restore.",
        $"Une application sert {home}. Arrêtez-la, puis restaurez.");
}
