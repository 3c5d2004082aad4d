namespace OpsAutomation.Ops.Demonstration;

/// <summary>Where a demonstration writes. Its home starts empty each time, and only a home that a demonstration made is emptied.</summary>
internal sealed class DemoFolder
{
    private const string Mark = "made-by-ops-demo.txt";

    private DemoFolder(string path) => Path = path;

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The home that the commands work in.</summary>
    public string Home => System.IO.Path.Combine(Path, "home");

    public static DemoFolder Prepare(string path)
    {
        var folder = new DemoFolder(System.IO.Path.GetFullPath(path));
        if (Directory.Exists(folder.Home) && Directory.EnumerateFileSystemEntries(folder.Home).Any())
        {
            if (!File.Exists(System.IO.Path.Combine(folder.Home, Mark)))
            {
                throw OpsException.Refused(
                    $"{folder.Home} holds something that is not a demonstration. Choose another folder with --out.",
                    $"{folder.Home} contient autre chose qu'une démonstration. Choisissez un autre dossier avec --out.");
            }

            Directory.Delete(folder.Home, recursive: true);
        }

        Directory.CreateDirectory(folder.Home);
        File.WriteAllText(System.IO.Path.Combine(folder.Home, Mark), "ops demo empties this folder each time it runs.\n");
        return folder;
    }
}
