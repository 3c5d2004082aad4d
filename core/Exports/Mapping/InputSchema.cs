using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>The inputs of one fact type: its fields, then the parts that its completion derives fields from.</summary>
public sealed class InputSchema
{
    private static readonly InputSchema[] Schemas = [.. Enum.GetValues<FactType>().Select(type => new InputSchema(type))];
    private readonly Dictionary<string, InputField> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<InputField> inputs = [];

    private InputSchema(FactType type)
    {
        Type = type;
        foreach (var field in FactSchema.Of(type).Fields)
            Add(field.Name, field.Kind, field);
        foreach (var name in new[] { InputNames.Deleted, InputNames.Archived })
            Add(name, FieldKind.Flag, null);
        foreach (var name in new[] { InputNames.Merged, InputNames.MergedInto })
            Add(name, FieldKind.Text, null);
        foreach (var (name, kind) in Parts(type))
            Add(name, kind, null);
    }

    /// <summary>The fact type.</summary>
    public FactType Type { get; }

    /// <summary>All inputs in the order of their slots.</summary>
    public IReadOnlyList<InputField> Inputs => inputs;

    /// <summary>The inputs of a fact type.</summary>
    public static InputSchema Of(FactType type) => Schemas[(int)type - 1];

    /// <summary>The input of that name, whatever its case, or null.</summary>
    public InputField? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>The input of that name, which must be there.</summary>
    public InputField this[string name] => byName[name];

    private void Add(string name, FieldKind kind, FactField? field)
    {
        var input = new InputField(name, kind, field, inputs.Count);
        inputs.Add(input);
        byName.Add(name, input);
    }

    private static IEnumerable<(string Name, FieldKind Kind)> Parts(FactType type) => type switch
    {
        FactType.Deal =>
        [
            (InputNames.IsWon, FieldKind.Flag), (InputNames.IsClosed, FieldKind.Flag), (InputNames.WonOn, FieldKind.Time),
            (InputNames.LostOn, FieldKind.Time), (InputNames.ExpectedClose, FieldKind.Time),
        ],
        FactType.Ticket => [(InputNames.IsClosed, FieldKind.Flag), (InputNames.ReopenCount, FieldKind.Number)],
        FactType.Task => [(InputNames.IsDone, FieldKind.Flag), (InputNames.ParentArchived, FieldKind.Flag)],
        FactType.Sale =>
        [
            (InputNames.Quantity, FieldKind.Number), (InputNames.UnitPrice, FieldKind.Number), (InputNames.Tax, FieldKind.Number), (InputNames.Discount, FieldKind.Number), (InputNames.AmountPaid, FieldKind.Number),
        ],
        FactType.Payment => [(InputNames.Net, FieldKind.Number), (InputNames.Captured, FieldKind.Flag)],
        FactType.Subscription =>
        [
            (InputNames.Interval, FieldKind.Text), (InputNames.IntervalCount, FieldKind.Number), (InputNames.Quantity, FieldKind.Number),
            (InputNames.UnitPrice, FieldKind.Number), (InputNames.Discount, FieldKind.Number), (InputNames.DiscountPercent, FieldKind.Number),
            (InputNames.Tax, FieldKind.Number), (InputNames.Mrr, FieldKind.Number), (InputNames.Churn, FieldKind.Text),
            (InputNames.IsTrial, FieldKind.Flag),
        ],
        FactType.LedgerEntry => [(InputNames.Amount, FieldKind.Number), (InputNames.Side, FieldKind.Text)],
        FactType.Contact => [(InputNames.FirstName, FieldKind.Text), (InputNames.LastName, FieldKind.Text)],
        _ => [],
    };
}
