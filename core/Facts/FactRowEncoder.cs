namespace OpsAutomation.Facts;

/// <summary>Turns the records of one table into encoded rows with their keys and versions.</summary>
internal sealed class FactRowEncoder(IncomingFacts facts, FactKeys keys)
{
    private byte[] ledger = [];
    private uint ledgerScope;

    /// <summary>Adds the record of the next row to a batch.</summary>
    /// <param name="batch">A batch that is not full.</param>
    /// <param name="record">The values, and the state that the row itself says.</param>
    /// <param name="id">The vendor's id, empty where there is none.</param>
    /// <param name="modified">The vendor's modified time, or null.</param>
    public void Add(EncodedRows batch, FactRecord record, ReadOnlySpan<byte> id, FactTime? modified)
    {
        var values = batch.Encode(record);
        facts.Coverage.Add(record);
        batch.Keep(
            new EncodedRow
            {
                Key = id.IsEmpty ? keys.OfValues(values) : keys.Of(id),
                Version = modified is { } time ? time.Instant.ToUnixTimeMilliseconds() : facts.Stamp.Version,
                Values = facts.Overwritable.Exist ? facts.Overwritable.Hash(record) : 0,
                Scope = ScopeOf(record),
                State = record.State,
            },
            values.Length);
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
