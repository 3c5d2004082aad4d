using NodaTime;
using NodaTime.Text;
using OpsAutomation.Exports;
using OpsAutomation.Facts;

namespace OpsAutomation.Testing;

/// <summary>Facts in memory, with a ledger of imports that a test can add to.</summary>
public sealed class InMemoryFactSource : IFactSource
{
    private readonly List<FactRecord> records = [];
    private readonly List<ImportSource> imports = [];

    public InMemoryFactSource(params IEnumerable<FactRecord> facts) => Add(facts);

    /// <inheritdoc/>
    public IReadOnlyList<ImportSource> Imports => imports;

    /// <summary>Adds facts; those without a key get the next number as theirs.</summary>
    public InMemoryFactSource Add(params IEnumerable<FactRecord> facts)
    {
        foreach (var fact in facts)
        {
            records.Add(fact);
            if (fact.Key == default)
                fact.Key = (UInt128)records.Count;
        }

        return this;
    }

    /// <summary>Adds an import that covers the days given, of as many rows as there are facts of the type.</summary>
    public InMemoryFactSource Covering(
        FactType type, string firstDay, string lastDay, string file = "export.csv", string profile = "test", string? taken = null, int rejected = 0)
    {
        var accepted = records.Count(record => record.Schema.Type == type);
        var last = LocalDatePattern.Iso.Parse(lastDay).Value;
        var day = taken is null ? last : LocalDatePattern.Iso.Parse(taken).Value;
        imports.Add(new ImportSource
        {
            Number = imports.Count + 1,
            File = file,
            ContentHash = $"hash-{imports.Count + 1}",
            Profile = profile,
            ImportedAt = day.AtMidnight().InUtc().ToInstant() + Duration.FromHours(9),
            Taken = day,
            TakenIsStated = taken is not null,
            Facts = [new FactCount(type, accepted + rejected, accepted, rejected, 0, LocalDatePattern.Iso.Parse(firstDay).Value, last)],
        });
        return this;
    }

    /// <summary>Adds a line to the ledger of imports.</summary>
    public InMemoryFactSource With(ImportSource import)
    {
        imports.Add(import);
        return this;
    }

    /// <inheritdoc/>
    public IFactReader? Open(FactType type)
    {
        var found = records.Where(record => record.Schema.Type == type).ToList();
        return found.Count == 0 ? null : new Reader(type, found);
    }

    private sealed class Reader(FactType type, List<FactRecord> found) : IFactReader
    {
        private int next;

        // One buffer for the whole stream, as the real reader has, so that a caller who keeps it is found out.
        public FactRecord Current { get; } = new(FactSchema.Of(type));

        public bool Read()
        {
            if (next == found.Count)
                return false;
            Current.CopyFrom(found[next++]);
            return true;
        }

        public void Dispose()
        {
        }
    }
}
