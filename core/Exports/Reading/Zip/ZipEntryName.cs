namespace OpsAutomation.Exports.Reading.Zip;

/// <summary>Names of entries, which are text from outside: only the last part is kept, and of it only what a name may hold.</summary>
internal static class ZipEntryName
{
    private const int MaxLength = 120;

    public static string Clean(string path)
    {
        var start = path.LastIndexOfAny(['/', '\\', ':']) + 1;
        var name = new string([.. path[start..].Where(c => !char.IsControl(c) && c is not ('<' or '>' or '"' or '|' or '?' or '*'))]).Trim(' ', '.');
        if (name.Length > MaxLength)
            name = name[^MaxLength..];
        return name.Length == 0 ? "entry" : name;
    }

    /// <summary>Folders, and what macOS and other tools leave beside the files.</summary>
    public static bool IsClutter(string path)
    {
        if (path.EndsWith('/') || path.EndsWith('\\'))
            return true;
        foreach (var part in path.Split('/', '\\'))
        {
            if (part == "__MACOSX" || (part.StartsWith('.') && part is not ("." or "..")) || part is "Thumbs.db" or "desktop.ini")
                return true;
        }

        return false;
    }
}
