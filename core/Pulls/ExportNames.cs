namespace OpsAutomation.Pulls;

/// <summary>Which names are those of exports, by what mail programs, browsers and systems call their files.</summary>
internal static class ExportNames
{
    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".txt", ".xlsx", ".json", ".zip"];

    private static readonly string[] MediaTypes =
    [
        "text/csv", "text/tab-separated-values", "application/csv", "application/json", "application/zip", "application/x-zip-compressed",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ];

    private static readonly string[] UnfinishedEndings = [".tmp", ".part", ".partial", ".crdownload", ".download", ".filepart", ".swp"];
    private static readonly string[] SystemNames = ["thumbs.db", "desktop.ini", "icon\r"];

    /// <summary>Whether a file of a mailbox or drive looks like an export.</summary>
    public static bool IsExport(string written, string? mediaType = null)
    {
        var name = written[(written.LastIndexOfAny(['/', '\\']) + 1)..];
        return !IsSystem(name)
            && !IsMailProgramsOwn(name)
            && (Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                || Array.Exists(MediaTypes, type => type.Equals(mediaType?.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase)));
    }

    /// <summary>A name whose ending says what the file is, by its media type where the name does not; a CSV where nothing does.</summary>
    public static string WithEnding(string name, string? mediaType)
    {
        if (Array.Exists(Endings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)))
            return name;
        return name + mediaType?.ToLowerInvariant() switch
        {
            "text/tab-separated-values" => ".tsv",
            "application/json" => ".json",
            "application/zip" or "application/x-zip-compressed" => ".zip",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => ".xlsx",
            _ => ".csv",
        };
    }

    /// <summary>Whether a file is nobody's: what systems leave beside files, locks of an open workbook, unfinished downloads.</summary>
    public static bool IsSystem(string name) =>
        name.StartsWith('.')
        || name.StartsWith("~$", StringComparison.Ordinal)
        || Array.Exists(SystemNames, system => system.Equals(name, StringComparison.OrdinalIgnoreCase))
        || Array.Exists(UnfinishedEndings, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    // Outlook makes ATT00001.txt of what a sender wrote below an attachment.
    private static bool IsMailProgramsOwn(string name) =>
        name.Length == 12 && name.StartsWith("ATT", StringComparison.Ordinal) && name.EndsWith(".txt", StringComparison.OrdinalIgnoreCase) && name.AsSpan(3, 5).IndexOfAnyExceptInRange('0', '9') < 0;
}
