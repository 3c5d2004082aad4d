namespace OpsAutomation.Documents;

/// <summary>The procedures and playbooks that people of an engagement wrote: they are kept up to date as the library's are, in the languages in which they are there.</summary>
public static class OwnDocuments
{
    /// <summary>Those that were not retired.</summary>
    public static IEnumerable<(DocumentKind Kind, Language Language)> In(IEnumerable<DocumentRecord> records) => records
        .Where(record => record.Own is not null && record.Status != DocumentStatus.Retired)
        .OrderBy(record => record.Kind, StringComparer.Ordinal).ThenBy(record => record.Language)
        .Select(record => (DocumentLibrary.KindOf(record), record.Language));
}
