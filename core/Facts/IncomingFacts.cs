namespace OpsAutomation.Facts;

/// <summary>The records of one fact type that an import brings, before they are merged with the stored ones.</summary>
internal sealed class IncomingFacts
{
    private readonly Dictionary<int, RecordOrigin> known = [];

    public IncomingFacts(FactType type, ImportStamp stamp, bool hasStored)
    {
        HasStored = hasStored;
        Schema = FactSchema.Of(type);
        Stamp = stamp;
        Coverage = new FactCoverage(type);
        Overwritable = new OverwritableValues(Schema);
    }

    public FactSchema Schema { get; }

    public ImportStamp Stamp { get; }

    /// <summary>Whether there are stored records that these are compared with.</summary>
    public bool HasStored { get; }

    /// <summary>The keys.</summary>
    public IncomingIndex Index { get; } = new();

    /// <summary>The days that the records are about.</summary>
    public FactCoverage Coverage { get; }

    /// <summary>The values that the import may overwrite.</summary>
    public OverwritableValues Overwritable { get; }

    /// <summary>The blobs that hold the records in the order of their rows.</summary>
    public List<FactFileEntry> Segments { get; } = [];

    /// <summary>Records that others say they have absorbed.</summary>
    public HashSet<UInt128> Absorbed { get; } = [];

    /// <summary>The namespaces of the records.</summary>
    public HashSet<uint> Scopes { get; } = [];

    /// <summary>The ledgers that the import replaces as a whole.</summary>
    public HashSet<uint> ReplacedScopes { get; } = [];

    /// <summary>The records written to the segments.</summary>
    public int Rows { get; set; }

    /// <summary>Rows in whose stead another one is kept.</summary>
    public int Superseded { get; set; }

    /// <summary>Whether rows of the segments are not kept, or not as they stand there.</summary>
    public bool HasChanges => Superseded > 0 || Absorbed.Count > 0;

    /// <summary>Adds the record of the next row; of two with one key the newer version is kept, of equal ones the later.</summary>
    public void Add(in RecordOrigin origin, ulong content, uint values)
    {
        var number = Index.FindOrAdd(origin.Key, out var added);
        ref var entry = ref Index[number];
        if (added)
        {
            entry.Content = content;
            entry.Version = origin.Version;
            entry.Values = values;
            entry.Row = Rows++;
            return;
        }

        Superseded++;
        var kept = OriginOf(number);
        var same = entry.Values == values;
        if (origin.Version < entry.Version)
        {
            Learn(ref kept, origin, same);
            Rows++;
        }
        else
        {
            var next = origin;
            Learn(ref next, kept, same);
            kept = next;
            entry.Content = content;
            entry.Version = origin.Version;
            entry.Values = values;
            entry.Row = Rows++;
        }

        known[number] = kept;
    }

    /// <summary>Takes note that the record of an entry is kept with what is known of its other versions.</summary>
    public void Keep(int number, in RecordOrigin origin) => known[number] = origin;

    /// <summary>What is known of the versions of an entry's record.</summary>
    public RecordOrigin OriginOf(int number)
    {
        if (known.TryGetValue(number, out var origin))
            return origin;
        ref var entry = ref Index[number];
        return new RecordOrigin
        {
            Key = entry.Key,
            Version = entry.Version,
            Seen = Stamp.Version,
            SameSince = entry.Version,
            Differed = RecordOrigin.NeverRead,
            ValuesSince = int.MinValue,
            Source = Stamp.Number,
        };
    }

    /// <summary>What is known of the versions of an entry's record where it is more than the row says.</summary>
    public bool TryGetKnown(int number, out RecordOrigin origin) => known.TryGetValue(number, out origin);

    /// <summary>Adds what an older version said to a newer one.</summary>
    public void Learn(ref RecordOrigin newer, in RecordOrigin older, bool sameValues)
    {
        RecordHistory.Learn(ref newer, older, sameValues);
        if (!Overwritable.Exist)
        {
            newer.SameSince = newer.Version;
            newer.Differed = RecordOrigin.NeverRead;
        }

        newer.ValuesSince = newer.Differed == RecordOrigin.NeverRead ? int.MinValue : Stamp.DayOf(newer.SameSince);
    }
}
