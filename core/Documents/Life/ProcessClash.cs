namespace OpsAutomation.Documents.Life;

/// <summary>A process that more than one document in force describes: people must have one source of truth.</summary>
/// <param name="Process">The process, in the words of one of them.</param>
/// <param name="Documents">The documents, by kind.</param>
public sealed record ProcessClash(string Process, IReadOnlyList<DocumentRecord> Documents)
{
    /// <summary>Two SOPs for one process, in words, with what mends it.</summary>
    public LocalizedText Text => new(
        $"Two procedures for one process ({Process}): {string.Join(", ", Documents.Select(document => document.Kind))}. Keep one, retire the others.",
        $"Deux procédures pour un même processus ({Process})\u00a0: {string.Join(", ", Documents.Select(document => document.Kind))}. En garder une, retirer les autres.");

    /// <summary>The clashes among SOPs in force.</summary>
    internal static IReadOnlyList<ProcessClash> Of(IEnumerable<LifeLine> lines)
    {
        var live = lines.Where(line => line.Record.Status == DocumentStatus.Live && line.Kind.Family == DocumentFamily.Sop).ToList();
        var found = new List<ProcessClash>();
        var processes = live.SelectMany(line => ProcessesOf(line.Record).Select(process => (Key: Folded(process), Process: process, line.Record)));
        foreach (var same in processes.GroupBy(one => one.Key, StringComparer.Ordinal))
        {
            var documents = same.Select(one => one.Record).DistinctBy(record => record.Kind, StringComparer.Ordinal).OrderBy(record => record.Kind, StringComparer.Ordinal).ToList();
            // Two that share several words are told of once.
            if (documents.Count > 1 && !found.Exists(known => known.Documents.Select(one => one.Kind).SequenceEqual(documents.Select(one => one.Kind), StringComparer.Ordinal)))
                found.Add(new(same.First().Process, documents));
        }

        return found;
    }

    private static IReadOnlyList<string> ProcessesOf(DocumentRecord record) => record.Processes
        ?? (DocumentLibrary.Kinds.Any(kind => kind.Id == record.Kind) ? Templating.TemplateSource.BuiltIn(record.Kind, record.Language).List("process") : []);

    private static string Folded(string process) => string.Join(' ', process.ToLowerInvariant().Replace('\u2019', '\'').Replace('\u00a0', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
