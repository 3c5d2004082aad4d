using System.IO.Hashing;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Facts;

/// <summary>Encodes and writes the records of one table as they come, and takes note of their keys and versions.</summary>
internal sealed class FactSegmentWriter(FactFileWriter writer, IncomingFacts facts, FactKeys keys, ErasedPeople? people = null)
{
    private static readonly FactField[] PaymentFields = [SaleFields.Paid, SaleFields.Status, SaleFields.AmountDue, SaleFields.Modified];

    private readonly UInt128[] batchKeys = new UInt128[FactBatch.Capacity];
    private readonly PersonFields? persons = people is null || facts.Schema.Type == FactType.LedgerEntry ? null : new PersonFields(people);
    private FactRecord? freed;
    private byte[] values = new byte[4096];
    private byte[] identity = [];
    private byte[] ledger = [];
    private uint ledgerScope;

    /// <summary>Adds the records of a batch.</summary>
    public async ValueTask AppendAsync(FactBatch batch, CancellationToken cancellationToken)
    {
        // The slots of a batch lie all over a large table, and waiting for many places of the memory at once takes little longer than for one.
        for (var index = 0; index < batch.Count; index++)
            batchKeys[index] = batch.IdOf(index).IsEmpty ? default : keys.Of(batch.IdOf(index));
        facts.Index.Touch(batchKeys.AsSpan(0, batch.Count));
        for (var index = 0; index < batch.Count; index++)
        {
            Append(batch, index);
            if (writer.IsBlockFull)
                await writer.FlushAsync(cancellationToken);
        }
    }

    /// <summary>The hash by which two versions of a record are found to say the same.</summary>
    public static ulong ContentHash(ReadOnlySpan<byte> values, RecordState state) =>
        XxHash3.HashToUInt64(values, (long)(state & ~RecordState.Gone));

    private void Append(FactBatch batch, int index)
    {
        var record = batch[index];
        var encoded = Encode(record);
        var hasId = !batch.IdOf(index).IsEmpty;
        var key = batchKeys[index];
        if (Free(record, batch.SubjectOf(index)) is { } other)
        {
            // The key stays that of the row as it came, so that it is the same record whenever it comes.
            if (!hasId)
                key = keys.OfValues(WithoutPayment(record, encoded));
            hasId = true;
            record = other;
            encoded = Encode(record);
        }

        var version = batch.ModifiedOf(index) is { } time ? time.Instant.ToUnixTimeMilliseconds() : facts.Stamp.Version;
        var origin = new RecordOrigin
        {
            Key = key,
            Version = version,
            Seen = facts.Stamp.Version,
            SameSince = version,
            Differed = RecordOrigin.NeverRead,
            ValuesSince = int.MinValue,
            Source = facts.Stamp.Number,
            Scope = ScopeOf(record),
            State = record.State,
        };
        facts.Coverage.Add(record);
        var overwritable = facts.Overwritable.Exist ? facts.Overwritable.Hash(record) : 0;
        if (!hasId)
            origin.Key = keys.OfValues(WithoutPayment(record, encoded));
        facts.Add(origin, facts.HasStored ? ContentHash(encoded, record.State) : 0, overwritable);
        writer.Append(origin, encoded);
    }

    private Span<byte> Encode(FactRecord record)
    {
        var most = FactEncoding.MaxLength(record);
        if (values.Length < most)
            values = new byte[most * 2];
        return values.AsSpan(0, FactEncoding.Write(record, values));
    }

    // The record without the erased person that it names, or null where it names none.
    private FactRecord? Free(FactRecord record, ErasedPerson? subject)
    {
        if (persons is null)
            return null;
        freed ??= new FactRecord(facts.Schema);
        freed.CopyFrom(record);
        return persons.Edit(freed, subject) ? freed : null;
    }

    // An invoice line without an id is the same line once it is paid: what payments change is no part of its key. The record is not needed after this.
    private ReadOnlySpan<byte> WithoutPayment(FactRecord record, ReadOnlySpan<byte> encoded)
    {
        if (record.Schema.Type != FactType.Sale)
            return encoded;
        foreach (var field in PaymentFields)
            record.Remove(field);
        if (identity.Length < values.Length)
            identity = new byte[values.Length];
        return identity.AsSpan(0, FactEncoding.Write(record, identity));
    }

    // A file of entries replaces the company's fiscal year, so the year is the scope; nearly all rows of a file share it.
    private uint ScopeOf(FactRecord record)
    {
        if (record.Schema.Type != FactType.LedgerEntry || !record.Has(LedgerEntryFields.FiscalYear))
            return keys.Scope;
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
