namespace OpsAutomation.Local.Backup;

/// <summary>Which files of a home belong to it, and which only to the machine or to a moment.</summary>
internal static class HomeFiles
{
    /// <summary>Where a restore unpacks.</summary>
    public const string Unpacking = ".restoring";

    /// <summary>What was unpacked and checked as a whole: from here on a restore goes forward only.</summary>
    public const string Checked = ".restored";

    /// <summary>What was there before a restore.</summary>
    public const string Replaced = ".replaced";

    /// <summary>The databases, which are copied by their own means.</summary>
    public static readonly string[] Databases = ["ops.db", "runtime.db"];

    /// <summary>What opens the doors of clients and of the home itself.</summary>
    public static readonly string[] Secrets = ["secrets.json", "function-keys.json"];

    private static readonly string[] OfTheMachine = [".lock", ".serving", ".unfinished", Unpacking, Checked, Replaced];

    /// <summary>Whether a folder is a home: something is in it that only a home has.</summary>
    public static bool IsHome(string folder) =>
        Databases.Concat(Secrets).Append(RestoredHold.Name).Any(name => File.Exists(Path.Combine(folder, name)))
        || (Directory.Exists(Path.Combine(folder, "engagements")) && File.Exists(Path.Combine(folder, ".lock")));

    /// <summary>Whether an entry at the top of the home is the machine's own.</summary>
    public static bool IsOfTheMachine(string name) => OfTheMachine.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a file at the top of the home belongs to one of its databases, beside the database itself.</summary>
    public static bool IsLog(string name) => Databases.Any(database => name.StartsWith(database + "-", StringComparison.OrdinalIgnoreCase));

    /// <summary>The files of a home without its databases, by their paths with <c>/</c>, in ordinal order. Links are not followed.</summary>
    public static IEnumerable<string> List(string home, bool withSecrets) => Directory
        .EnumerateFiles(home, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.ReparsePoint })
        .Select(path => Path.GetRelativePath(home, path).Replace(Path.DirectorySeparatorChar, '/'))
        .Where(path => !IsOfTheMachine(path.Split('/')[0]) && !IsLog(path) && !Databases.Contains(path, StringComparer.Ordinal)
            && (withSecrets || !Secrets.Contains(path, StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);

    /// <summary>Whether a path of an archive leads to a place where a file of a home may be, on every system.</summary>
    public static bool IsPlace(string path)
    {
        var parts = path.Split('/');
        return path.Length is > 0 and <= 1024
            && parts.All(part => part is not ("" or "." or "..") && part.Length <= 255 && part[^1] is not ' ' && !part.Any(c => c is '\\' or ':' or < ' '))
            && !IsOfTheMachine(parts[0]) && !IsLog(path);
    }
}
