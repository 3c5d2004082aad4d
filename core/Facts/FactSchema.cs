namespace OpsAutomation.Facts;

/// <summary>The fields of one fact type. At most 64, since presence is one bit each.</summary>
public sealed class FactSchema
{
    private readonly Dictionary<string, FactField> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<FactField> fields = [];
    private readonly int[] slots = new int[5];
    private readonly int[] slotOf = new int[64];
    private readonly ulong[] masks = new ulong[5];

    internal FactSchema(FactType type) => Type = type;

    /// <summary>The fact type described.</summary>
    public FactType Type { get; }

    /// <summary>The fields in the order of their <see cref="FactField.Index"/>.</summary>
    public IReadOnlyList<FactField> Fields => fields;

    /// <summary>How many fields of a kind there are.</summary>
    public int SlotsOf(FieldKind kind) => slots[(int)kind];

    /// <summary>The presence bits of the fields of a kind.</summary>
    internal ulong MaskOf(FieldKind kind) => masks[(int)kind];

    /// <summary>The slot of each field, by its index.</summary>
    internal int[] Slots => slotOf;

    /// <summary>The field of that canonical name, whatever its case, or null.</summary>
    public FactField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The schema of a fact type.</summary>
    public static FactSchema Of(FactType type) => type switch
    {
        FactType.Deal => DealFields.Schema,
        FactType.Contact => ContactFields.Schema,
        FactType.Company => CompanyFields.Schema,
        FactType.Ticket => TicketFields.Schema,
        FactType.Task => TaskFields.Schema,
        FactType.LedgerEntry => LedgerEntryFields.Schema,
        FactType.Sale => SaleFields.Schema,
        FactType.Payment => PaymentFields.Schema,
        FactType.Subscription => SubscriptionFields.Schema,
        FactType.SurveyResponse => SurveyResponseFields.Schema,
        FactType.Reading => ReadingFields.Schema,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    internal FactField Add(string name, FieldKind kind)
    {
        if (fields.Count == 64)
            throw new InvalidOperationException("A fact type has at most 64 fields.");
        var field = new FactField(name, kind, fields.Count, slots[(int)kind]++);
        slotOf[field.Index] = field.Slot;
        fields.Add(field);
        masks[(int)kind] |= 1UL << field.Index;
        byName.Add(name, field);
        return field;
    }

    internal FactField Text(string name) => Add(name, FieldKind.Text);

    internal FactField Number(string name) => Add(name, FieldKind.Number);

    internal FactField Time(string name) => Add(name, FieldKind.Time);

    internal FactField Flag(string name) => Add(name, FieldKind.Flag);
}
