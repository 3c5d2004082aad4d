namespace OpsAutomation.Digests;

/// <summary>Which documents a digest names, and which of them go with it.</summary>
internal static class DigestAttachments
{
    // A first week may publish thirty documents: nobody opens so many from a mail.
    private const int Most = 10;

    /// <summary>The documents published in the week or since, one a title, by title.</summary>
    public static IReadOnlyList<PublishedDocument> OfWeek(DigestContext context) =>
    [
        .. context.Documents
            .Where(document => document.PublishedOn >= context.Period.Start && document.PublishedOn <= context.Today)
            .GroupBy(document => document.Title, StringComparer.Ordinal)
            .Select(versions => versions.MaxBy(document => document.Version)!)
            .OrderBy(document => document.Title, StringComparer.Ordinal),
    ];

    /// <summary>The files that go with the digest: the newest documents, at most ten.</summary>
    public static IReadOnlyList<AttachedDocument> Choose(DigestContext context)
    {
        if (!context.Recipient.AttachDocuments)
            return [];
        List<AttachedDocument> files = [];
        foreach (var document in OfWeek(context).Where(document => document.File is not null).OrderByDescending(document => document.PublishedOn).Take(Most))
            files.Add(new(Name(document, files), document.File!));
        return files;
    }

    private static string Name(PublishedDocument document, List<AttachedDocument> before)
    {
        var title = string.Concat(CleanText.Clip(document.Title, 10, 60).TrimEnd('…').Select(c => "/\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '-' : c)).Trim(' ', '.');
        var stem = $"{title} v{document.Version}";
        var name = $"{stem}.{DigestFiles.Extension}";
        for (var i = 2; before.Exists(other => other.Name.Equals(name, StringComparison.OrdinalIgnoreCase)); i++)
            name = $"{stem} ({i}).{DigestFiles.Extension}";
        return name;
    }
}
