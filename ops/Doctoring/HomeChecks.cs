using System.Globalization;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>A home as a folder: who may read it, how much room it has, who works in it. Nothing is opened, and nothing changed.</summary>
internal static class HomeChecks
{
    private const long Least = 100L * 1024 * 1024;
    private const long Little = 1024L * 1024 * 1024;
    private const UnixFileMode OthersRead = UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode OthersWrite = UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
    private static readonly string[] Secrets = ["secrets.json", "function-keys.json"];

    /// <summary>Whether there is a home at all.</summary>
    public static bool Exists(string folder) => Directory.Exists(folder) && (File.Exists(Path.Combine(folder, "ops.db")) || Directory.Exists(Path.Combine(folder, "engagements")));

    /// <summary>What is to say of the folder.</summary>
    public static IEnumerable<Finding> Run(string folder)
    {
        yield return Exists(folder)
            ? Finding.Ok("home-folder", folder, folder)
            : Finding.Fail(
                "home-folder", new($"There is no home in {folder}.", $"Il n'y a pas d'espace de travail dans {folder}."),
                new("Name it with --home or OPS_HOME; ops init makes one.", "Indiquez-le avec --home ou OPS_HOME\u00a0; ops init en crée un."));
        if (!Directory.Exists(folder))
            yield break;
        yield return Permissions(folder);
        yield return SecretFiles(folder);
        yield return Room(folder);
        yield return Holders(folder);
    }

    private static Finding Permissions(string folder)
    {
        if (OperatingSystem.IsWindows())
            return Finding.Ok("permissions", "not checked on Windows", "non vérifié sous Windows");
        var mode = File.GetUnixFileMode(folder);
        if ((mode & (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute)) != (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute))
        {
            return Finding.Fail(
                "permissions", new("The home cannot be read and written by its owner.", "Le propriétaire ne peut pas lire et écrire l'espace de travail."),
                new($"chmod u+rwx {folder}", $"chmod u+rwx {folder}"));
        }

        return (mode & OthersWrite) != UnixFileMode.None
            ? Finding.Warn(
                "permissions", new("Other accounts of this machine may write into the home.", "D'autres comptes de cette machine peuvent écrire dans l'espace de travail."),
                new($"chmod go-w {folder}", $"chmod go-w {folder}"))
            : Finding.Ok("permissions", "only your account writes into the home", "seul votre compte écrit dans l'espace de travail");
    }

    private static Finding SecretFiles(string folder)
    {
        if (OperatingSystem.IsWindows())
            return Finding.Ok("secrets-file", "not checked on Windows", "non vérifié sous Windows");
        List<string> open = [];
        foreach (var name in Secrets.Where(name => File.Exists(Path.Combine(folder, name))))
        {
            if ((File.GetUnixFileMode(Path.Combine(folder, name)) & (OthersRead | OthersWrite)) != UnixFileMode.None)
                open.Add(name);
        }

        if (open.Count == 0)
            return Finding.Ok("secrets-file", "secrets are readable by your account only", "les secrets ne sont lisibles que par votre compte");
        var names = string.Join(", ", open);
        return Finding.Fail(
            "secrets-file", new($"Other accounts may read {names}: whoever could may know the secrets.", $"D'autres comptes peuvent lire {names}\u00a0: les secrets peuvent être connus."),
            new(
                $"chmod 600 on {names} in {folder}, then replace the secrets (ops webhook rotate).",
                $"chmod 600 sur {names} dans {folder}, puis remplacez les secrets (ops webhook rotate)."));
    }

    private static Finding Room(string folder)
    {
        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        var size = (free / (1024 * 1024)).ToString(CultureInfo.InvariantCulture);
        var mend = new LocalizedText("Make room on the disk: an import needs about three times its file.", "Libérez de la place sur le disque\u00a0: un import en demande environ trois fois son fichier.");
        var what = new LocalizedText($"{size} MiB are free on the disk of the home", $"{size}\u00a0Mio sont libres sur le disque de l'espace de travail");
        return free < Least ? Finding.Fail("disk-space", what, mend) : free < Little ? Finding.Warn("disk-space", what, mend) : Finding.Ok("disk-space", what.En, what.Fr);
    }

    private static Finding Holders(string folder)
    {
        var (serving, working) = (OpenFile.HolderOf(Path.Combine(folder, ".serving")), OpenFile.HolderOf(Path.Combine(folder, ".lock")));
        if (working is not null && working != serving)
        {
            return Finding.Warn(
                "lock", new($"Another command works in the home: {working}.", $"Une autre commande travaille dans l'espace de travail\u00a0: {working}."),
                new("Wait for it; if it hangs, end that process. Its lock goes with it.", "Attendez qu'elle finisse\u00a0; si elle est bloquée, arrêtez ce processus. Son verrou disparaît avec lui."));
        }

        return serving is null
            ? Finding.Ok("lock", "nobody else works in the home", "personne d'autre ne travaille dans l'espace de travail")
            : Finding.Ok("lock", $"the app serves the home: {serving}", $"l'application sert l'espace de travail\u00a0: {serving}");
    }
}
