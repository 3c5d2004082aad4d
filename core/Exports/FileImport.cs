using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Exports;

/// <summary>One attempt to import one file.</summary>
internal sealed class FileImport(
    IBlobStore blobs, IStateStore state, Engagement engagement, ImportRequest request, IReadOnlyList<MappedTable> tables, string hash, string options, ErasedPeople? people)
{
    private readonly RejectionLog rejections = new();

    public async Task<ImportReport> RunAsync(ImportClock clock, CancellationToken cancellationToken)
    {
        var import = await FactImport.BeginAsync(
            blobs, state, engagement.Id, number => clock.Stamp(number, request.Full, engagement.Zone, hash), clock.Now, cancellationToken);
        // Asked for after the facts were read: the same file that comes in at the same time is seen here, or is in the way of the commit.
        if (await new ImportLedger(state).FindAsync(engagement.Id, hash, options, cancellationToken) is { } same)
            return await StoredReport.ReadAgainAsync(blobs, engagement.Id, same, cancellationToken);
        var mostRows = request.Limits.For(request.Content.Length).MaxRows;
        var namespaces = new Dictionary<(FactType, string), FactKeys>();
        foreach (var table in tables)
        {
            if (table.Mapping.Fact is not { } type)
                continue;
            var facts = import.Of(type);
            var name = type == FactType.Reading ? ReadingKey.Namespace : table.Mapping.KeyNamespace;
            if (!namespaces.TryGetValue((type, name), out var keys))
                namespaces.Add((type, name), keys = new FactKeys(type, name));
            facts.Scopes.Add(keys.Scope);
            var rowsLeft = mostRows - import.Incoming.Values.Sum(known => (long)known.Rows) - rejections.Count;
            await import.WriteSegmentAsync(facts, keys, new TableImport(table, facts, keys, rejections, rowsLeft, request.Progress, people).RunAsync, cancellationToken, people);
        }

        await RefuseIfTooManyAsync(import, cancellationToken);
        var merged = await import.MergeAsync(rejections.Counts, cancellationToken);
        var report = ReportOf(import, merged, clock);
        var path = await StoredReport.WriteAsync(blobs, engagement.Id, import.Stamp, report, rejections, cancellationToken);
        await import.CommitAsync(merged, new ImportEntry(SourceOf(report), options, path), cancellationToken);
        return report;
    }

    private async Task RefuseIfTooManyAsync(FactImport import, CancellationToken cancellationToken)
    {
        var read = import.Incoming.Values.Sum(facts => facts.Rows) + rejections.Count;
        var limit = engagement.Imports.RejectionLimitPercent;
        if (read == 0 || rejections.Count * 100m <= limit * read)
            return;
        await blobs.WriteAsync(engagement.Id, $"{StoredReport.RejectionFolder}refused-{hash[..16]}.jsonl", rejections.WriteAsync, cancellationToken);
        throw rejections.Refusal(request.Content.Name, read, limit);
    }

    private ImportReport ReportOf(FactImport import, MergedFacts merged, ImportClock clock)
    {
        var imported = tables.Where(table => table.Mapping.Fact is not null).ToList();
        var counts = merged.Counts;
        List<LocalizedText> warnings = [.. tables.SelectMany(table => table.Warnings).Distinct()];
        if (counts.Sum(count => count.Read) == 0)
            warnings.Add(new("The file holds no rows.", "Le fichier ne contient aucune ligne."));
        if (rejections.Count > rejections.All.Count)
            warnings.Add(new($"Only the first {rejections.All.Count} rejected rows are listed one by one.", $"Seules les {rejections.All.Count} premières lignes rejetées sont détaillées."));
        return new ImportReport
        {
            Number = import.Stamp.Number,
            File = request.Content.Name,
            Profile = string.Join(", ", imported.Select(table => table.Mapping.Profile).Distinct(StringComparer.Ordinal)),
            Encoding = imported[0].Table.Encoding,
            Delimiter = imported[0].Table.Delimiter,
            Facts = counts,
            Columns = [.. imported.SelectMany(table => table.Columns)
                .Select(column => new ColumnReport(column.Name, column.Input?.Name, column.DecimalMark, column.DateOrder, column.Certainty))],
            Rejections = rejections.All,
            Warnings = warnings,
            ImportedAt = clock.Now,
            Taken = clock.Taken,
        };
    }

    private ImportSource SourceOf(ImportReport report) => new()
    {
        Number = report.Number,
        File = report.File,
        ContentHash = hash,
        Profile = report.Profile,
        ImportedAt = report.ImportedAt,
        Taken = report.Taken,
        TakenIsStated = request.Taken is not null,
        Facts = report.Facts,
    };
}
