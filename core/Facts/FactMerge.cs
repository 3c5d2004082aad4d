using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>
/// Merges what an import brings of one fact type with what is stored, into a new file. Values are copied as bytes; of the stored file only
/// the records that the import also holds are decoded.
/// </summary>
internal sealed class FactMerge(IBlobStore blobs, IStateStore state, EngagementId engagement, IncomingFacts incoming, FactManifest manifest)
{
    private readonly ImportStamp stamp = incoming.Stamp;
    private readonly FactFileEntry? stored = manifest.Files.GetValueOrDefault(incoming.Schema.Type);
    private readonly HashSet<uint> olderLedgers = [];
    private byte[] values = [];

    /// <summary>The rows of the import that are valid but not kept.</summary>
    public int Superseded { get; private set; } = incoming.Superseded;

    /// <summary>Writes the merged file where the segments are not already it.</summary>
    /// <returns>The file that now holds the facts of the type, or null where there are none.</returns>
    public async Task<FactFileEntry?> RunAsync(CancellationToken cancellationToken)
    {
        if (stored is null && !incoming.HasChanges && incoming.Segments.Count == 1 && !incoming.Scopes.Any(scope => IsFullerThan(stamp.Version, scope)))
            return incoming.Segments[0];
        if (incoming.Segments.Count == 0 && !stamp.Full)
            return stored;
        var path = stamp.PathOf(incoming.Schema.Type, "all");
        var records = 0L;
        await FindOlderLedgersAsync(cancellationToken);
        await blobs.WriteAsync(engagement, path, WriteAsync, cancellationToken);
        return new FactFileEntry(path, records);

        async Task WriteAsync(Stream stream, CancellationToken token)
        {
            var writer = new FactFileWriter(stream, incoming.Schema);
            await WriteStoredAsync(writer, token);
            await WriteIncomingAsync(writer, token);
            foreach (var key in incoming.Absorbed)
            {
                writer.Append(Placeholder(key), [0]);
                if (writer.IsBlockFull)
                    await writer.FlushAsync(token);
            }

            await writer.CompleteAsync(token);
            records = writer.Records;
        }
    }

    private async Task WriteStoredAsync(FactFileWriter writer, CancellationToken cancellationToken)
    {
        if (stored is null)
            return;
        using var reader = await OpenAsync(stored.Path, cancellationToken);
        while (reader.Move())
        {
            var origin = reader.Origin;
            var number = incoming.Index.Find(origin.Key);
            if (incoming.Absorbed.Remove(origin.Key))
                origin.Absorbed = true;
            if (number < 0 ? IsDropped(ref origin) : IsReplaced(reader, ref origin, number))
                continue;
            writer.Append(origin, ValuesOf(reader));
            if (writer.IsBlockFull)
                await writer.FlushAsync(cancellationToken);
        }
    }

    private async Task WriteIncomingAsync(FactFileWriter writer, CancellationToken cancellationToken)
    {
        var row = 0;
        foreach (var segment in incoming.Segments)
        {
            using var reader = await OpenAsync(segment.Path, cancellationToken);
            while (reader.Move())
            {
                var number = incoming.Index.Find(reader.Origin.Key);
                if (incoming.Index[number].Row != row++)
                    continue;
                if (olderLedgers.Contains(reader.Origin.Scope))
                {
                    Superseded++;
                    continue;
                }

                var origin = reader.Origin;
                var gone = IsFullerThan(origin.Seen, origin.Scope);
                if (incoming.TryGetKnown(number, out var known))
                {
                    origin.Seen = known.Seen;
                    origin.SameSince = known.SameSince;
                    origin.Differed = known.Differed;
                    origin.ValuesSince = known.ValuesSince;
                    origin.Absorbed = known.Absorbed;
                    gone = known.State.HasFlag(RecordState.Gone) || IsFullerThan(known.Seen, origin.Scope);
                }

                if (gone)
                    origin.State |= RecordState.Gone;
                if (incoming.Absorbed.Remove(origin.Key))
                    origin.Absorbed = true;
                writer.Append(origin, reader.Values);
                if (writer.IsBlockFull)
                    await writer.FlushAsync(cancellationToken);
            }
        }
    }

    // A stored record that the import does not hold: a ledger's year is replaced as a whole, a full export says that it is gone.
    private bool IsDropped(ref RecordOrigin origin)
    {
        if (incoming.ReplacedScopes.Contains(origin.Scope) && !olderLedgers.Contains(origin.Scope))
            return true;
        if (stamp.Full && incoming.Scopes.Contains(origin.Scope) && origin.Seen <= stamp.Version && origin.Version != RecordOrigin.NeverRead)
            origin.State |= RecordState.Gone;
        return false;
    }

    // A stored record that the import holds too: true where the import's version is kept in its stead.
    private bool IsReplaced(FactFileReader reader, ref RecordOrigin origin, int number)
    {
        ref var entry = ref incoming.Index[number];
        if (olderLedgers.Contains(origin.Scope))
        {
            entry.Row = IncomingEntry.NotKept;
            Superseded++;
            return false;
        }

        var other = incoming.OriginOf(number);
        var gone = origin.State.HasFlag(RecordState.Gone) && IsFullerThan(other.Seen, origin.Scope);
        var older = other.Version < origin.Version;
        var same = origin.Version != RecordOrigin.NeverRead && HasSameValues(reader, entry);
        if (!older && !(same && entry.Content == FactSegmentWriter.ContentHash(ValuesOf(reader), origin.State)))
        {
            incoming.Learn(ref other, origin, same);
            other.State = gone ? RecordState.Gone : RecordState.None;
            incoming.Keep(number, other);
            return true;
        }

        entry.Row = IncomingEntry.NotKept;
        Superseded++;
        if (older)
        {
            incoming.Learn(ref origin, other, same);
        }
        else
        {
            incoming.Learn(ref other, origin, sameValues: true);
            (origin.Version, origin.Seen, origin.SameSince, origin.Differed, origin.ValuesSince, origin.Absorbed) =
                (other.Version, other.Seen, other.SameSince, other.Differed, other.ValuesSince, other.Absorbed);
        }

        origin.State = gone ? origin.State | RecordState.Gone : origin.State & ~RecordState.Gone;
        return false;
    }

    private bool HasSameValues(FactFileReader reader, in IncomingEntry entry)
    {
        if (!incoming.Overwritable.Exist)
            return true;
        reader.Decode();
        return incoming.Overwritable.Hash(reader.Current) == entry.Values;
    }

    // Values of a file with another schema are encoded again in today's.
    private ReadOnlySpan<byte> ValuesOf(FactFileReader reader)
    {
        if (reader.CopiesAsIs)
            return reader.Values;
        reader.Decode();
        if (values.Length < FactEncoding.MaxLength(reader.Current))
            values = new byte[FactEncoding.MaxLength(reader.Current) * 2];
        return values.AsSpan(0, FactEncoding.Write(reader.Current, values));
    }

    // A newer full export does not hold what only an older one holds.
    private bool IsFullerThan(long seen, uint scope) => manifest.Full.TryGetValue(scope, out var full) && full > seen;

    private async Task FindOlderLedgersAsync(CancellationToken cancellationToken)
    {
        if (stored is null || incoming.ReplacedScopes.Count == 0)
            return;
        using var reader = await OpenAsync(stored.Path, cancellationToken);
        while (reader.Move())
        {
            if (reader.Origin.Version > stamp.Version && incoming.ReplacedScopes.Contains(reader.Origin.Scope))
                olderLedgers.Add(reader.Origin.Scope);
        }
    }

    private async Task<FactFileReader> OpenAsync(string path, CancellationToken cancellationToken)
    {
        var loss = new FactLoss(state, engagement, incoming.Schema.Type, path);
        return new(await blobs.OpenReadAsync(engagement, path, cancellationToken) ?? throw loss.Missing(), path, incoming.Schema, loss: loss);
    }

    private static RecordOrigin Placeholder(UInt128 key) => new()
    {
        Key = key,
        Version = RecordOrigin.NeverRead,
        Seen = RecordOrigin.NeverRead,
        SameSince = RecordOrigin.NeverRead,
        Differed = RecordOrigin.NeverRead,
        ValuesSince = int.MinValue,
        Absorbed = true,
    };
}
