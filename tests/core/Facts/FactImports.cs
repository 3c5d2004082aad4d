using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Facts;

/// <summary>Brings facts into a store in memory, without files and mappings.</summary>
internal sealed class FactImports
{
    public static readonly EngagementId Engagement = EngagementId.Parse("atelier-lumen");
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public async Task<IReadOnlyList<FactCount>> ImportAsync(IncomingFile file, IBlobStore? blobs = null, IStateStore? state = null)
    {
        var stamp = (int number) => new ImportStamp(number, file.Version, file.Full, Paris, $"v{file.Version}");
        var import = await FactImport.BeginAsync(blobs ?? Blobs, state ?? State, Engagement, stamp, Blobs.Now, default);
        var facts = import.Of(file.Type);
        var keys = new FactKeys(file.Type, file.Namespace);
        facts.Scopes.Add(keys.Scope);
        await import.WriteSegmentAsync(facts, keys, Fill, default);
        var merged = await import.MergeAsync(new Dictionary<FactType, int>(), default);
        await import.CommitAsync(merged, new ImportEntry(SourceOf(import.Stamp.Number, merged.Counts), "", null), default);
        return merged.Counts;

        async Task Fill(FactSegmentWriter writer, CancellationToken token)
        {
            var batch = new FactBatch(facts.Schema);
            foreach (var row in file.Rows)
            {
                foreach (var absorbed in row.Absorbed)
                    facts.Absorbed.Add(keys.Of(System.Text.Encoding.UTF8.GetBytes(absorbed)));
                batch.Next.CopyFrom(row.Record);
                batch.Keep(System.Text.Encoding.UTF8.GetBytes(row.Id), row.Modified);
            }

            await writer.AppendAsync(batch, token);
        }
    }

    public async Task<List<FactRecord>> ReadAsync(FactType type)
    {
        var source = await new FactStore(Blobs, State).OpenAsync(Engagement);
        var records = new List<FactRecord>();
        using var reader = source.Open(type);
        while (reader?.Read() == true)
        {
            var copy = new FactRecord(reader.Current.Schema);
            copy.CopyFrom(reader.Current);
            records.Add(copy);
        }

        return records;
    }

    /// <summary>What the store holds, whatever the order and the number of the imports that brought it.</summary>
    public async Task<string> DescribeAsync(FactType type, bool withHistory = true)
    {
        var records = await ReadAsync(type);
        foreach (var record in records)
        {
            record.Source = 0;
            if (!withHistory)
                record.ValuesSince = int.MinValue;
        }

        return string.Join('\n', records.Select(RandomFacts.Describe).Order(StringComparer.Ordinal));
    }

    private static ImportSource SourceOf(int number, IReadOnlyList<FactCount> counts) => new()
    {
        Number = number,
        File = "deals.csv",
        ContentHash = $"{number}",
        Profile = "test",
        ImportedAt = Instant.FromUnixTimeSeconds(number),
        Taken = new LocalDate(2026, 1, 5),
        TakenIsStated = false,
        Facts = counts,
    };
}
