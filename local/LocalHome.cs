using System.Text.Json;
using NodaTime.Text;
using NodaTime;
using OpsAutomation.Local.Backup;
using OpsAutomation.Local.Sources;
using OpsAutomation.Queues;
using OpsAutomation.Schema;

namespace OpsAutomation.Local;

/// <summary>
/// A folder that holds everything of the product on one machine: <c>ops.db</c> (state), <c>runtime.db</c> (queues and timers), <c>engagements/{id}/engagement.yaml</c>,
/// <c>engagements/{id}/blobs/</c>, <c>outbox/{engagement}/*.eml</c>, <c>mailbox/</c> and <c>drive/</c> to pull from, <c>secrets.json</c>, and <c>.lock</c>, <c>.serving</c> and <c>.unfinished/</c> of its own.
/// One process at a time works in it.
/// </summary>
public sealed class LocalHome : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private readonly HomeLock held;
    private readonly RuntimeDatabase runtime;
    private readonly AtomicFile files;
    private readonly HomeMark mark;

    private LocalHome(string folder, HomeLock held, TimeProvider time)
    {
        Folder = folder;
        this.held = held;
        files = new(Path.Combine(folder, ".unfinished"));
        Blobs = new(folder, files);
        Engagements = new(folder, files);
        mark = new(StateFile(folder));
        State = new(StateFile(folder));
        Mailer = new(folder, files, time);
        Mailbox = new(folder, time);
        Drive = new(folder, time);
        Secrets = new(Path.Combine(folder, "secrets.json"), files);
        var database = Path.Combine(folder, "runtime.db");
        runtime = new(database);
        Queues = new SqliteQueueStorage(runtime, time);
        Jobs = new(Queues, database);
    }

    /// <summary>The folder's full path.</summary>
    public string Folder { get; }

    /// <summary>The files of engagements.</summary>
    public FolderBlobStore Blobs { get; }

    /// <summary>The engagements.</summary>
    public FolderEngagementRegistry Engagements { get; }

    /// <summary>The records of engagements; the database is opened at its first use.</summary>
    public SqliteStateStore State { get; }

    /// <summary>The outbox.</summary>
    public OutboxMailer Mailer { get; }

    /// <summary>The mailboxes to pull from.</summary>
    public FolderMailbox Mailbox { get; }

    /// <summary>The drives to pull from.</summary>
    public FolderDrive Drive { get; }

    /// <summary>The secrets of engagements, in a file that only this account may read.</summary>
    public SecretsFile Secrets { get; }

    /// <summary>The storage of the queues; the database is opened at its first use.</summary>
    public IQueueStorage Queues { get; }

    /// <summary>The queues of the app on this machine.</summary>
    public SqliteJobQueue Jobs { get; }

    /// <summary>
    /// The moment of the backup that the home was restored from, while nobody has said what left after it; null for every other home. Until then nothing is to
    /// leave: <see cref="RefuseHeld"/>.
    /// </summary>
    public Instant? HeldSince
    {
        get
        {
            var file = Path.Combine(Folder, RestoredHold.Name);
            try
            {
                return File.Exists(file) && JsonSerializer.Deserialize(File.ReadAllBytes(file), BackupJson.Default.RestoredHold) is { } hold
                    ? InstantPattern.ExtendedIso.Parse(hold.Taken).GetValueOrThrow()
                    : null;
            }
            catch (Exception exception) when (exception is JsonException or UnparsableValueException)
            {
                // Whatever it says: it is there.
                return Instant.MinValue;
            }
            catch (Exception exception) when (StorageFailure.IsStorage(exception))
            {
                throw StorageFailure.Of(exception, file);
            }
        }
    }

    /// <summary>Refuses work by which something leaves a home that was restored and is held back.</summary>
    /// <exception cref="OpsException">Refused: it is held back.</exception>
    public void RefuseHeld()
    {
        if (HeldSince is not null)
        {
            throw OpsException.Refused(
                $"{Folder} was restored from a backup, and what left after that is not known in it: nothing leaves. Say first whether anything did: ops release --as-sent or ops release --as-unsent",
                $"{Folder} a été restauré depuis une sauvegarde, et ce qui est parti ensuite n'y est pas connu\u00a0: rien ne part. Dites d'abord si quelque chose est parti\u00a0: ops release --as-sent ou ops release --as-unsent");
        }
    }

    /// <summary>Lets a restored home send again.</summary>
    public void Release()
    {
        var file = Path.Combine(Folder, RestoredHold.Name);
        try
        {
            File.Delete(file);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, file);
        }
    }

    /// <summary>Opens a home, and creates the folder where it is not there.</summary>
    /// <param name="folder">The folder, relative to the working directory or absolute.</param>
    /// <param name="time">Dates the mails.</param>
    /// <param name="wait">How long to wait for another process; 10 seconds by default.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="OpsException">Another process has it, or the folder cannot be used.</exception>
    public static async Task<LocalHome> OpenAsync(
        string folder, TimeProvider time, TimeSpan? wait = null, CancellationToken cancellationToken = default)
    {
        var path = Prepare(folder);
        var taken = await HomeLock.TakeAsync(path, wait ?? LongestWait, cancellationToken).ConfigureAwait(false);
        try
        {
            HomeRestore.Finish(path);
            var home = new LocalHome(path, taken, time);
            await home.UpgradeAsync(isServing: false, cancellationToken).ConfigureAwait(false);
            home.SweepUnfinished();
            return home;
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Refuses a home of a newer version before anything is made in it; <see cref="OpenAsync"/> does so itself.</summary>
    /// <exception cref="OpsException">Refused: it is of a newer version.</exception>
    public static void RefuseNewer(string folder)
    {
        var path = Path.GetFullPath(folder);
        // Where a restore is under way, what counts is what it puts there.
        if (!HomeRestore.IsUnderWay(path))
            new HomeMark(StateFile(path)).RefuseNewer(path);
    }

    /// <summary>Opens a home for an app that serves it, and that takes turns with commands: <see cref="Serving.SharedHome"/>.</summary>
    internal static LocalHome OpenToServe(string folder, TimeProvider time)
    {
        var path = Prepare(folder);
        return new LocalHome(path, HomeLock.TakeServing(path), time);
    }

    /// <summary>
    /// Brings a home of an older version to this one; call it only under the lock of work. No app may serve the home meanwhile: it would be of the older
    /// version, and go on as if nothing had changed.
    /// </summary>
    /// <param name="isServing">Whether the caller is the app that serves it.</param>
    /// <param name="cancellationToken">Stops; the next one goes on.</param>
    /// <exception cref="OpsException">Refused: the home is of a newer version, or an app of an older one serves it.</exception>
    internal async Task UpgradeAsync(bool isServing, CancellationToken cancellationToken)
    {
        var version = await mark.ReadAsync(cancellationToken).ConfigureAwait(false);
        if (version == StateSchema.Current)
            return;
        StateSchema.Check(version!.Value, Folder);
        using var alone = isServing ? null : HomeLock.TryServing(Folder) ?? throw Served(version.Value);
        await new SchemaUpgrade().RunAsync(mark, new(State, Blobs, Engagements), Folder, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes what killed commands have left; call it only under the lock of work.</summary>
    internal void SweepUnfinished()
    {
        try
        {
            files.SweepUnfinished();
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, Folder);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        runtime.Dispose();
        State.Dispose();
        Secrets.Dispose();
        held.Dispose();
    }

    private static string Prepare(string folder)
    {
        var path = Path.GetFullPath(folder);
        RefuseNewer(path);
        try
        {
            Directory.CreateDirectory(path);
            return path;
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw File.Exists(path)
                ? OpsException.Refused(
                    $"{path} is a file, not a folder. Name the home folder with --home.",
                    $"{path} est un fichier, pas un dossier. Indiquez le dossier avec --home.",
                    exception)
                : StorageFailure.Of(exception, path);
        }
    }

    private static string StateFile(string folder) => Path.Combine(folder, "ops.db");

    private OpsException Served(int version) => OpsException.Refused(
        $"The state in {Folder} is of version {version} and has to be brought to version {StateSchema.Current}, but an app of the older version serves it. Stop that app, run the command again, then start the app of this version.",
        $"L'état dans {Folder} est de version {version} et doit passer à la version {StateSchema.Current}, mais une application de l'ancienne version le sert. Arrêtez-la, relancez la commande, puis démarrez l'application de cette version.");
}
