using OpsAutomation.Ports;

namespace OpsAutomation.Uploads;

/// <summary>Makes a name that a blob may have of what a sender calls a file.</summary>
internal static class UploadName
{
    private const int LongestStem = 120;
    private const int LongestEnding = 12;

    /// <summary>The name without folders and without what no storage takes; null where nothing is left of it.</summary>
    public static string? Of(string? given)
    {
        if (given is null)
            return null;
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var name = string.Concat(last.Select(c => char.IsControl(c) || char.IsSurrogate(c) || ":*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim(' ', '.');
        if (name.Trim('-').Length == 0)
            return null;
        name = Shortened(name);
        return IsBlobName(name) ? name : "export-" + name;
    }

    // The ending says what the file is: it outlives the cut.
    private static string Shortened(string name)
    {
        var dot = name.LastIndexOf('.');
        if (dot < 0 || name.Length - dot > LongestEnding)
            return name.Length > LongestStem ? name[..LongestStem].TrimEnd(' ', '.') : name;
        return dot > LongestStem ? name[..LongestStem].TrimEnd(' ', '.') + name[dot..] : name;
    }

    private static bool IsBlobName(string name)
    {
        try
        {
            BlobName.Check(name);
            return true;
        }
        catch (OpsException)
        {
            return false;
        }
    }
}
