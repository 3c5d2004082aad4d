using System.IO.Hashing;

namespace OpsAutomation.Facts;

/// <summary>Writes the records of one table as they come, and takes note of their keys and versions.</summary>
internal sealed class FactSegmentWriter(FactFileWriter writer, IncomingFacts facts)
{
    /// <summary>Adds the records of a batch.</summary>
    public async ValueTask AppendAsync(EncodedRows batch, CancellationToken cancellationToken)
    {
        for (var index = 0; index < batch.Count; index++)
        {
            Append(batch, batch[index]);
            if (writer.IsBlockFull)
                await writer.FlushAsync(cancellationToken);
        }
    }

    /// <summary>The hash by which two versions of a record are found to say the same.</summary>
    public static ulong ContentHash(ReadOnlySpan<byte> values, RecordState state) =>
        XxHash3.HashToUInt64(values, (long)(state & ~RecordState.Gone));

    private void Append(EncodedRows batch, in EncodedRow row)
    {
        var values = batch.ValuesOf(row);
        var origin = new RecordOrigin
        {
            Key = row.Key,
            Version = row.Version,
            Seen = facts.Stamp.Version,
            SameSince = row.Version,
            Differed = RecordOrigin.NeverRead,
            ValuesSince = int.MinValue,
            Source = facts.Stamp.Number,
            Scope = row.Scope,
            State = row.State,
        };
        facts.Add(origin, ContentHash(values, row.State), row.Values);
        writer.Append(origin, values);
    }
}
