using System.Buffers.Binary;
using System.Text;

namespace OpsAutomation.Facts;

/// <summary>Reads a fact file block by block into one record that is used again for every fact. A torn or damaged file is recognised, and named.</summary>
internal sealed class FactFileReader : IFactReader
{
    /// <summary>Marks the refusals of a file that is torn or damaged, other than those of a file that is sound and cannot be read by this version.</summary>
    public const string IsDamage = "is-damage";

    private readonly Stream stream;
    private readonly string name;
    private readonly FactLoss? loss;
    private readonly FactLayout layout;
    private readonly byte[] head = new byte[FactFile.BlockHead];
    private byte[] block = [];
    private int length;
    private int at;
    private uint left;
    private int blocks;
    private long records;
    private long payload;
    private bool ended;
    private RecordOrigin origin;
    private int valuesAt;
    private int valuesLength;

    /// <summary>Opens a file.</summary>
    /// <param name="stream">The file; disposed with the reader.</param>
    /// <param name="name">The blob's path: what an error names.</param>
    /// <param name="schema">What the records are expected to be.</param>
    /// <param name="fields">The fields that the caller wants; null for all.</param>
    /// <param name="loss">Says what to do where the file is damaged; null for a file that is not of the store.</param>
    public FactFileReader(Stream stream, string name, FactSchema schema, IReadOnlySet<FactField>? fields = null, FactLoss? loss = null)
    {
        this.loss = loss;
        this.stream = stream;
        this.name = name;
        Current = new FactRecord(schema);
        layout = ReadHeader(schema, fields);
    }

    /// <inheritdoc/>
    public FactRecord Current { get; }

    /// <summary>Who the record under the cursor is, and what else is known of it.</summary>
    public ref readonly RecordOrigin Origin => ref origin;

    /// <summary>The encoded values of the record under the cursor.</summary>
    public ReadOnlySpan<byte> Values => block.AsSpan(valuesAt, valuesLength);

    /// <summary>Whether <see cref="Values"/> can be copied into a file of today's schema.</summary>
    public bool CopiesAsIs => layout.CopiesAsIs;

    /// <inheritdoc/>
    public bool Read()
    {
        if (!Move())
            return false;
        Decode();
        return true;
    }

    /// <summary>Moves to the next record without decoding its values.</summary>
    public bool Move()
    {
        if (left == 0 && !ReadBlock())
            return false;
        left--;
        ReadOnlySpan<byte> source = block.AsSpan(0, length);
        valuesLength = (int)ByteCodes.Read(source, ref at);
        var flags = source[at++];
        origin.State = (RecordState)(flags & 0x0f);
        origin.Absorbed = (flags & FactFile.Absorbed) != 0;
        origin.Key = BinaryPrimitives.ReadUInt128LittleEndian(source[at..]);
        at += 16;
        origin.Version = unchecked(origin.Version + ByteCodes.ReadSigned(source, ref at));
        if ((flags & FactFile.SameSeen) == 0)
            origin.Seen = unchecked(origin.Version + ByteCodes.ReadSigned(source, ref at));
        if ((flags & FactFile.SameOrigin) == 0)
        {
            origin.Source = (int)ByteCodes.Read(source, ref at);
            origin.Scope = BinaryPrimitives.ReadUInt32LittleEndian(source[at..]);
            at += 4;
        }

        origin.SameSince = origin.Version;
        origin.Differed = RecordOrigin.NeverRead;
        origin.ValuesSince = int.MinValue;
        if ((flags & FactFile.History) != 0)
        {
            origin.SameSince = unchecked(origin.Version - ByteCodes.ReadSigned(source, ref at));
            origin.Differed = unchecked(origin.Version - ByteCodes.ReadSigned(source, ref at));
            origin.ValuesSince = (int)ByteCodes.ReadSigned(source, ref at);
        }

        valuesAt = at;
        at += valuesLength;
        return true;
    }

    /// <summary>Decodes the values of the record under the cursor into <see cref="Current"/>.</summary>
    public void Decode() => Decode(Current);

    /// <summary>Decodes the next block as a whole; false at the end.</summary>
    public bool ReadBlock(FactBlock target)
    {
        target.Clear();
        block = target.Bytes;
        if (!ReadBlock())
            return false;
        target.Bytes = block;
        while (left > 0)
        {
            Move();
            Decode(target.Add());
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private void Decode(FactRecord record)
    {
        FactEncoding.Read(layout, record, block, valuesAt);
        record.Key = origin.Key;
        record.Version = origin.Version;
        record.Source = origin.Source;
        record.ValuesSince = origin.ValuesSince;
        record.State = origin.Effective;
    }

    private bool ReadBlock()
    {
        if (ended)
            return false;
        ReadExactly(head);
        length = BinaryPrimitives.ReadInt32LittleEndian(head);
        left = BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4));
        if (length == 0)
            return ReadFooter();
        if (length is < 0 or > FactFile.MaxBlockSize || left == 0)
            throw Damaged();
        if (block.Length < length)
            block = new byte[Math.Max(length, FactFile.BlockSize + 4096)];
        var content = block.AsSpan(0, length);
        ReadExactly(content);
        blocks++;
        if (FactFile.Checksum(content, FactFile.Seed(blocks, left)) != BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(8)))
            throw Damaged();
        records += left;
        payload += length;
        at = 0;
        origin = default;
        return true;
    }

    private bool ReadFooter()
    {
        ended = true;
        Span<byte> footer = stackalloc byte[FactFile.FooterSize];
        ReadExactly(footer);
        if (left != 0 || BinaryPrimitives.ReadUInt64LittleEndian(head.AsSpan(8)) != 0
            || BinaryPrimitives.ReadUInt64LittleEndian(footer[16..]) != FactFile.Checksum(footer[..16], 0)
            || BinaryPrimitives.ReadInt64LittleEndian(footer) != records
            || BinaryPrimitives.ReadInt64LittleEndian(footer[8..]) != payload)
        {
            throw Damaged();
        }

        return false;
    }

    private FactLayout ReadHeader(FactSchema schema, IReadOnlySet<FactField>? fields)
    {
        Span<byte> start = stackalloc byte[9];
        ReadExactly(start);
        if (!start.StartsWith(FactFile.Magic))
            throw Damaged();
        if (start[4] > FactFile.Form)
            throw Newer();
        var size = BinaryPrimitives.ReadInt32LittleEndian(start[5..]);
        if (size is < 2 or > 65_536)
            throw Damaged();
        var content = new byte[size + 8];
        ReadExactly(content);
        if (FactFile.Checksum(content.AsSpan(0, size), 0) != BinaryPrimitives.ReadUInt64LittleEndian(content.AsSpan(size)))
            throw Damaged();
        using var reader = new BinaryReader(new MemoryStream(content, 0, size), Encoding.UTF8);
        if (reader.ReadByte() != (byte)schema.Type)
            throw Damaged();
        var stored = new (string, FieldKind)[reader.ReadByte()];
        for (var index = 0; index < stored.Length; index++)
            stored[index] = (reader.ReadString(), (FieldKind)reader.ReadByte());
        return new FactLayout(schema, stored, fields);
    }

    private void ReadExactly(Span<byte> target)
    {
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
            throw Damaged();
    }

    private OpsException Damaged()
    {
        var damage = loss?.Damaged() ?? OpsException.Refused(
            $"The fact file {name} is damaged or cut short. Restore it from a backup of the home, or import its exports again.",
            $"Le fichier de faits {name} est endommagé ou incomplet. Restaurez-le depuis une sauvegarde du dossier de données, ou réimportez ses exports.");
        damage.Data[IsDamage] = true;
        return damage;
    }

    private OpsException Newer() => OpsException.Refused(
        $"The fact file {name} was written by a newer version of the product. Use that version, or a newer one.",
        $"Le fichier de faits {name} a été écrit par une version plus récente du produit. Utilisez cette version ou une plus récente.");
}
