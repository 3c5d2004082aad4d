using System.IO.Hashing;

namespace OpsAutomation.Facts;

/// <summary>Writes the records of one table as they come, and takes note of their keys and versions.</summary>
internal sealed class FactSegmentWriter(FactFileWriter writer, IncomingFacts facts)
{
    private byte[] values = new byte[1024];
    private byte[] ledger = [];
    private uint ledgerScope;

    /// <summary>Whether <see cref="FlushAsync"/> is due.</summary>
    public bool IsBlockFull => writer.IsBlockFull;

    /// <summary>Adds the record of the next row.</summary>
    /// <param name="record">The values, and the state that the row itself says.</param>
    /// <param name="id">The vendor's id, empty where there is none.</param>
    /// <param name="keys">The keys of the record's namespace.</param>
    /// <param name="modified">The vendor's modified time, or null.</param>
    public void Add(FactRecord record, ReadOnlySpan<byte> id, FactKeys keys, FactTime? modified)
    {
        if (values.Length < FactEncoding.MaxLength(record))
            values = new byte[FactEncoding.MaxLength(record) * 2];
        var encoded = values.AsSpan(0, FactEncoding.Write(record, values));
        var version = modified is { } time ? time.Instant.ToUnixTimeMilliseconds() : facts.Stamp.Version;
        var origin = new RecordOrigin
        {
            Key = id.IsEmpty ? keys.OfValues(encoded) : keys.Of(id),
            Version = version,
            Seen = facts.Stamp.Version,
            SameSince = version,
            Differed = RecordOrigin.NeverRead,
            ValuesSince = int.MinValue,
            Source = facts.Stamp.Number,
            Scope = ScopeOf(record, keys),
            State = record.State,
        };
        facts.Coverage.Add(record);
        facts.Add(origin, ContentHash(encoded, record.State), facts.Overwritable.Exist ? facts.Overwritable.Hash(record) : 0);
        writer.Append(origin, encoded);
    }

    /// <summary>Writes what was added so far.</summary>
    public ValueTask FlushAsync(CancellationToken cancellationToken) => writer.FlushAsync(cancellationToken);

    /// <summary>The hash by which two versions of a record are found to say the same.</summary>
    public static ulong ContentHash(ReadOnlySpan<byte> values, RecordState state) =>
        XxHash3.HashToUInt64(values, (long)(state & ~RecordState.Gone));

    // A file of entries replaces the company's fiscal year, so the year is the scope; nearly all rows of a file share it.
    private uint ScopeOf(FactRecord record, FactKeys keys)
    {
        if (record.Schema.Type != FactType.LedgerEntry || !record.Has(LedgerEntryFields.FiscalYear))
        {
            facts.Scopes.Add(keys.Scope);
            return keys.Scope;
        }

        var siren = record.GetUtf8(LedgerEntryFields.Siren);
        var year = record.GetUtf8(LedgerEntryFields.FiscalYear);
        if (ledger.Length != siren.Length + year.Length || !ledger.AsSpan().StartsWith(siren) || !ledger.AsSpan(siren.Length).SequenceEqual(year))
        {
            ledger = [.. siren, .. year];
            ledgerScope = FactKeys.LedgerScope(siren, year);
            facts.ReplacedScopes.Add(ledgerScope);
        }

        return ledgerScope;
    }
}
