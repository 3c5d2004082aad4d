namespace OpsAutomation.Facts;

/// <summary>
/// How the fields of a fact file lie over today's schema: a file written before a field was added, or after one was dropped, stays readable.
/// </summary>
internal sealed class FactLayout
{
    private readonly ulong[] bits;
    private readonly bool identity;
    private readonly ulong wanted;

    /// <summary>Lays a file's fields over a schema; fields that the caller does not want are skipped.</summary>
    public FactLayout(FactSchema schema, IReadOnlyList<(string Name, FieldKind Kind)> stored, IReadOnlySet<FactField>? fields)
    {
        Slots = new int[64];
        bits = new ulong[64];
        var inPlace = true;
        for (var index = 0; index < stored.Count; index++)
        {
            var (name, kind) = stored[index];
            var field = schema.Find(name);
            var same = field is not null && field.Kind == kind;
            inPlace &= same && field!.Index == index;
            Slots[index] = same && fields?.Contains(field!) != false ? field!.Slot : -1;
            bits[index] = Slots[index] >= 0 ? 1UL << field!.Index : 0;
            wanted |= bits[index];
            switch (kind)
            {
                case FieldKind.Number:
                    Numbers |= 1UL << index;
                    break;
                case FieldKind.Time:
                    Times |= 1UL << index;
                    break;
                case FieldKind.Flag:
                    Flags |= 1UL << index;
                    break;
                default:
                    Texts |= 1UL << index;
                    break;
            }
        }

        identity = inPlace;
    }

    /// <summary>The slot of each of the file's fields, or -1 where it is skipped.</summary>
    public int[] Slots { get; }

    /// <summary>The file's fields that are numbers.</summary>
    public ulong Numbers { get; }

    /// <summary>The file's fields that are times.</summary>
    public ulong Times { get; }

    /// <summary>The file's fields that are flags.</summary>
    public ulong Flags { get; }

    /// <summary>The file's fields that are texts.</summary>
    public ulong Texts { get; }

    /// <summary>Whether the values can be copied as they are into a file of today's schema.</summary>
    public bool CopiesAsIs => identity;

    /// <summary>The presence bits of today's schema for those of the file.</summary>
    public ulong Translate(ulong stored)
    {
        if (identity)
            return stored & wanted;
        var present = 0UL;
        for (; stored != 0; stored &= stored - 1)
            present |= bits[System.Numerics.BitOperations.TrailingZeroCount(stored)];
        return present;
    }
}
