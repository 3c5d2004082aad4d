namespace OpsAutomation.Local;

/// <summary>Says in a person's words what the machine's storage answered: which path, why, and what to do.</summary>
public static class StorageFailure
{
    // Raw error numbers of Linux and macOS; HRESULTs of Windows. The framework keeps them in HResult.
    private const int NoSpace = 28;
    private const int FileTooLarge = 27;
    private const int LinuxQuota = 122;
    private const int MacQuota = 69;
    private const int ReadOnly = 30;
    private const int WindowsDiskFull = unchecked((int)0x80070070);
    private const int WindowsWriteProtected = unchecked((int)0x80070013);

    /// <summary>Whether the exception comes from the storage and is to be told as such.</summary>
    public static bool IsStorage(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>The failure to throw for an exception of the storage.</summary>
    public static OpsException Of(Exception exception, string path) => exception switch
    {
        { HResult: NoSpace or FileTooLarge or LinuxQuota or MacQuota or WindowsDiskFull } => NoRoom(path, exception),
        { HResult: ReadOnly or WindowsWriteProtected } => WriteProtected(path, exception),
        UnauthorizedAccessException => Denied(path, exception),
        DirectoryNotFoundException or FileNotFoundException => OpsException.Refused(
            $"{path} cannot be there: a part of this path is missing, or is a file where a folder should be. Choose another path, then run the command again.",
            $"{path} ne peut pas exister : une partie de ce chemin manque, ou est un fichier au lieu d'un dossier. Choisissez un autre chemin, puis relancez la commande.",
            exception),
        PathTooLongException => OpsException.Refused(
            $"The path {path} is too long for this machine. Choose a shorter home folder with --home.",
            $"Le chemin {path} est trop long pour cette machine. Choisissez un dossier plus court avec --home.",
            exception),
        _ => OpsException.Retriable(
            $"{path} could not be read or written (error {exception.HResult & 0xFFFF}). Nothing was half done; check the disk, then run the command again.",
            $"Lecture ou écriture impossible : {path} (erreur {exception.HResult & 0xFFFF}). Rien n'a été fait à moitié ; vérifiez le disque, puis relancez la commande.",
            exception),
    };

    /// <summary>Whether so little room is left on the disk of a path that a failure to write there is one of room.</summary>
    internal static bool IsFull(string path)
    {
        const long Enough = 256 * 1024;
        try
        {
            return new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace < Enough;
        }
        catch (Exception exception) when (IsStorage(exception) || exception is ArgumentException)
        {
            return false;
        }
    }

    /// <summary>The disk is full.</summary>
    internal static OpsException NoRoom(string path, Exception? inner) => OpsException.Retriable(
        $"There is no room left on the disk for {path}. Nothing was half done; free some space, then run the command again.",
        $"Il n'y a plus de place sur le disque pour {path}. Rien n'a été fait à moitié ; libérez de l'espace, puis relancez la commande.",
        inner);

    /// <summary>The disk or folder does not take changes.</summary>
    internal static OpsException WriteProtected(string path, Exception? inner) => OpsException.Retriable(
        $"{path} is on a disk or folder that is read-only. Make it writable or choose another home with --home, then run the command again.",
        $"{path} est sur un disque ou dans un dossier en lecture seule. Rendez-le inscriptible ou choisissez un autre dossier avec --home, puis relancez la commande.",
        inner);

    /// <summary>The account has no right.</summary>
    private static OpsException Denied(string path, Exception inner) => OpsException.Retriable(
        $"This account may not read or write {path}. Give it the right, or choose another home with --home, then run the command again.",
        $"Ce compte n'a pas le droit de lire ou d'écrire {path}. Donnez-lui ce droit ou choisissez un autre dossier avec --home, puis relancez la commande.",
        inner);
}
