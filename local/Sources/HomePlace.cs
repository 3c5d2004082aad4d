namespace OpsAutomation.Local.Sources;

/// <summary>Folders below the home that stand for places elsewhere. Names are compared without case, as those places do.</summary>
internal sealed class HomePlace(string home, string kind)
{
    /// <summary>The folder of a path within a place, as it would be created.</summary>
    public string PathOf(string name, string path) =>
        Path.Combine([home, kind, Safe(name), .. path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Safe)]);

    /// <summary>The folder of a path within a place, or null where there is none.</summary>
    public string? Find(string name, string path)
    {
        var folder = Path.Combine(home, kind);
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries).Prepend(name).Select(Safe))
        {
            var next = Directory.Exists(folder)
                ? Directory.EnumerateDirectories(folder).FirstOrDefault(child => Path.GetFileName(child).Equals(part, StringComparison.OrdinalIgnoreCase))
                : null;
            if (next is null)
                return null;
            folder = next;
        }

        return folder;
    }

    // What a file system cannot hold in a name becomes a hyphen: contoso.sharepoint.com:/sites/lumen is contoso.sharepoint.com--sites-lumen.
    private static string Safe(string name)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).TrimEnd('.', ' ');
        return safe.Length == 0 || safe[0] == '.' ? "_" + safe : safe;
    }
}
