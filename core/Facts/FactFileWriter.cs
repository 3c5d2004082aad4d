using System.Buffers.Binary;
using System.Text;

namespace OpsAutomation.Facts;

/// <summary>Writes a fact file, record by record and block by block. Call <see cref="FlushAsync"/> whenever <see cref="IsBlockFull"/>, and <see cref="CompleteAsync"/> at the end.</summary>
internal sealed class FactFileWriter
{
    private const int MaxOrigin = 96;

    private readonly Stream stream;
    private byte[] block = new byte[FactFile.BlockSize + 4096];
    private int used = FactFile.BlockHead;
    private uint count;
    private long payload;
    private RecordOrigin previous;

    /// <summary>Starts a file; the header goes out with the first block.</summary>
    public FactFileWriter(Stream stream, FactSchema schema)
    {
        this.stream = stream;
        Schema = schema;
    }

    /// <summary>What the records are.</summary>
    public FactSchema Schema { get; }

    /// <summary>The records so far.</summary>
    public long Records { get; private set; }

    /// <summary>Whether a block is ready to be written.</summary>
    public bool IsBlockFull => used >= FactFile.BlockSize;

    private int Blocks { get; set; }

    /// <summary>Adds a record whose values are encoded already.</summary>
    public void Append(in RecordOrigin origin, ReadOnlySpan<byte> values)
    {
        Reserve(values.Length + MaxOrigin);
        var target = block.AsSpan(used);
        var at = ByteCodes.Write(target, (ulong)values.Length);
        var sameOrigin = count > 0 && origin.Scope == previous.Scope && origin.Source == previous.Source;
        var sameSeen = count > 0 && origin.Seen == previous.Seen;
        var flags = (byte)origin.State;
        if (origin.Absorbed)
            flags |= FactFile.Absorbed;
        if (origin.HasHistory)
            flags |= FactFile.History;
        if (sameOrigin)
            flags |= FactFile.SameOrigin;
        if (sameSeen)
            flags |= FactFile.SameSeen;
        target[at++] = flags;
        BinaryPrimitives.WriteUInt128LittleEndian(target[at..], origin.Key);
        at += 16;
        at += ByteCodes.WriteSigned(target[at..], unchecked(origin.Version - previous.Version));
        if (!sameSeen)
            at += ByteCodes.WriteSigned(target[at..], unchecked(origin.Seen - origin.Version));
        if (!sameOrigin)
        {
            at += ByteCodes.Write(target[at..], (ulong)origin.Source);
            BinaryPrimitives.WriteUInt32LittleEndian(target[at..], origin.Scope);
            at += 4;
        }

        if (origin.HasHistory)
        {
            at += ByteCodes.WriteSigned(target[at..], unchecked(origin.Version - origin.SameSince));
            at += ByteCodes.WriteSigned(target[at..], unchecked(origin.Version - origin.Differed));
            at += ByteCodes.WriteSigned(target[at..], origin.ValuesSince);
        }

        values.CopyTo(target[at..]);
        used += at + values.Length;
        previous = origin;
        count++;
        Records++;
    }

    /// <summary>Writes what was added so far.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellationToken)
    {
        if (Blocks == 0)
            await stream.WriteAsync(Header(), cancellationToken);
        Blocks++;
        if (count == 0)
            return;
        var length = used - FactFile.BlockHead;
        BinaryPrimitives.WriteInt32LittleEndian(block, length);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), count);
        BinaryPrimitives.WriteUInt64LittleEndian(block.AsSpan(8), FactFile.Checksum(block.AsSpan(FactFile.BlockHead, length), FactFile.Seed(Blocks, count)));
        await stream.WriteAsync(block.AsMemory(0, used), cancellationToken);
        payload += length;
        used = FactFile.BlockHead;
        count = 0;
        previous = default;
    }

    /// <summary>Writes the last block and the footer.</summary>
    public async ValueTask CompleteAsync(CancellationToken cancellationToken)
    {
        await FlushAsync(cancellationToken);
        var end = new byte[FactFile.BlockHead + FactFile.FooterSize];
        var footer = end.AsSpan(FactFile.BlockHead);
        BinaryPrimitives.WriteInt64LittleEndian(footer, Records);
        BinaryPrimitives.WriteInt64LittleEndian(footer[8..], payload);
        BinaryPrimitives.WriteUInt64LittleEndian(footer[16..], FactFile.Checksum(footer[..16], 0));
        await stream.WriteAsync(end, cancellationToken);
    }

    private byte[] Header()
    {
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(FactFile.Magic);
            writer.Write(FactFile.Form);
            writer.Write(0);
            writer.Write((byte)Schema.Type);
            writer.Write((byte)Schema.Fields.Count);
            foreach (var field in Schema.Fields)
            {
                writer.Write(field.Name);
                writer.Write((byte)field.Kind);
            }
        }

        var header = new byte[content.Length + 8];
        content.ToArray().CopyTo(header, 0);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(5), header.Length - 17);
        BinaryPrimitives.WriteUInt64LittleEndian(header.AsSpan(header.Length - 8), FactFile.Checksum(header.AsSpan(9, header.Length - 17), 0));
        return header;
    }

    private void Reserve(int length)
    {
        if (used + length <= block.Length)
            return;
        if (used + (long)length > FactFile.MaxBlockSize)
            throw new InvalidOperationException("A record is longer than a fact file can hold.");
        Array.Resize(ref block, Math.Max(used + length, (int)Math.Min(FactFile.MaxBlockSize, block.Length * 2L)));
    }
}
