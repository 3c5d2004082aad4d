using System.Text;
using OpsAutomation.Exports.Mapping.Completion;

namespace OpsAutomation.Facts.Changes;

/// <summary>
/// What events told of one record, for each field the newest values first. It is a set: the order in which events come, or that one comes twice,
/// changes nothing.
/// </summary>
internal sealed class ChangedRecord
{
    /// <summary>Stands for the whole record among the names of fields.</summary>
    public const string Whole = "*";

    /// <summary>Among the names of fields: that the record stands in for one of another id.</summary>
    public const string StandsIn = "standIn";

    // Enough to tell since when a value stands; the oldest are dropped, which no order of coming changes either.
    private const int MostValues = 16;
    private static readonly Dictionary<string, RecordState> States = new(StringComparer.Ordinal)
    {
        ["deleted"] = RecordState.Deleted,
        ["archived"] = RecordState.Archived,
        ["merged"] = RecordState.Merged,
    };

    private readonly SortedDictionary<string, List<ToldValue>> fields = new(StringComparer.Ordinal);

    /// <summary>A record of which nothing is told yet.</summary>
    public ChangedRecord(FactType type, string keyNamespace, string id)
    {
        Type = type;
        Namespace = keyNamespace;
        Id = id;
        var keys = new FactKeys(type, keyNamespace);
        Scope = keys.Scope;
        Key = keys.Of(NaturalIds.Normalise(Encoding.UTF8.GetBytes(id)));
    }

    /// <summary>What the record is.</summary>
    public FactType Type { get; }

    /// <summary>The namespace of its id.</summary>
    public string Namespace { get; }

    /// <summary>The vendor's id.</summary>
    public string Id { get; }

    /// <summary>The key that an export's row of the same record has.</summary>
    public UInt128 Key { get; }

    /// <summary>What stands for the namespace in stored records.</summary>
    public uint Scope { get; }

    /// <summary>The fields told of, each with its newest value first and at least one.</summary>
    public IReadOnlyDictionary<string, List<ToldValue>> Fields => fields;

    /// <summary>Whether it stands in for a record that exports know by another id.</summary>
    public bool IsStandIn => fields.ContainsKey(StandsIn);

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => fields.Count == 0;

    /// <summary>Every value told.</summary>
    public IEnumerable<ToldValue> All => fields.Values.SelectMany(values => values);

    /// <summary>The name of a state among the names of fields.</summary>
    public static string NameOf(RecordState state) => States.First(pair => pair.Value == state).Key;

    /// <summary>The state of that name, or null.</summary>
    public static RecordState? StateOf(string name) => States.TryGetValue(name, out var state) ? state : null;

    /// <summary>Adds a value; false where it is known or too old to matter.</summary>
    public bool Add(string name, in ToldValue told)
    {
        if (!fields.TryGetValue(name, out var values))
            fields.Add(name, values = []);
        foreach (var known in values)
        {
            if (known.IsSame(told))
                return false;
        }

        if (values.Count == MostValues && ToldValue.NewestFirst(values[^1], told) <= 0)
            return false;
        values.Add(told);
        values.Sort(ToldValue.NewestFirst);
        if (values.Count > MostValues)
            values.RemoveAt(MostValues);
        return true;
    }

    /// <summary>Drops what a stored record of a version, last seen in an export of a moment, has made moot; whether anything was.</summary>
    public bool Prune(long version, long seen)
    {
        var dropped = 0;
        foreach (var (name, values) in fields.ToList())
        {
            dropped += values.RemoveAll(told => told.At <= version || (!told.IsKnown && told.At <= seen));
            if (values.Count == 0)
                fields.Remove(name);
        }

        return dropped > 0;
    }

    /// <summary>Whether something changed after a moment of which no event has said the outcome.</summary>
    public bool IsAwaited(long after) => fields.Values.Any(values => !values[0].IsKnown && values[0].At > after);
}
