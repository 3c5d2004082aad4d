using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Facts;

internal static class FactFiles
{
    public static byte[] Write(FactType type, IReadOnlyList<FactRecord> records)
    {
        using var stream = new MemoryStream();
        var writer = new FactFileWriter(stream, FactSchema.Of(type));
        foreach (var record in records)
        {
            var values = new byte[FactEncoding.MaxLength(record)];
            writer.Append(OriginOf(record), values.AsSpan(0, FactEncoding.Write(record, values)));
            if (writer.IsBlockFull)
                writer.FlushAsync(default).AsTask().GetAwaiter().GetResult();
        }

        writer.CompleteAsync(default).AsTask().GetAwaiter().GetResult();
        return stream.ToArray();
    }

    public static List<FactRecord> Read(byte[] file, FactType type)
    {
        using var reader = new FactFileReader(new MemoryStream(file), "test.facts", FactSchema.Of(type));
        var records = new List<FactRecord>();
        while (reader.Read())
        {
            var copy = new FactRecord(reader.Current.Schema);
            copy.CopyFrom(reader.Current);
            records.Add(copy);
        }

        return records;
    }

    private static RecordOrigin OriginOf(FactRecord record) => new()
    {
        Key = record.Key,
        Version = record.Version,
        Seen = record.Version + 5,
        SameSince = record.ValuesSince == int.MinValue ? record.Version : record.Version - 10,
        Differed = record.ValuesSince == int.MinValue ? RecordOrigin.NeverRead : record.Version - 20,
        ValuesSince = record.ValuesSince,
        Source = record.Source,
        Scope = (uint)record.Source * 7,
        State = record.State,
    };
}
