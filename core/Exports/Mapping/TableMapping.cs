using NodaTime;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>How the columns of one table become a fact.</summary>
public sealed class TableMapping
{
    private HashSet<string>? mapped;

    internal TableMapping()
    {
    }

    /// <summary>The id of the profile: <c>hubspot.deals</c>, <c>generic.deals</c>…; <c>unknown</c> where none fits.</summary>
    public required string Profile { get; init; }

    /// <summary>The vendor's name, or <c>unknown</c>.</summary>
    public required string Vendor { get; init; }

    /// <summary>What the records are: <c>deals</c>, <c>tickets</c>…</summary>
    public required string Object { get; init; }

    /// <summary>What the rows become; null where nothing of the table is imported.</summary>
    public required FactType? Fact { get; init; }

    /// <summary>All columns in their order, those that are not used too.</summary>
    public required IReadOnlyList<ColumnMapping> Columns { get; init; }

    /// <summary>What a person should know about the mapping.</summary>
    public IReadOnlyList<LocalizedText> Warnings { get; init; } = [];

    /// <summary>What a person has to decide first; see <see cref="RefuseIfOpen"/>.</summary>
    public IReadOnlyList<MappingChoice> Choices { get; init; } = [];

    /// <summary>The namespace of natural ids: the vendor's, or <c>generic:</c> and the id column's key.</summary>
    public required string KeyNamespace { get; init; }

    /// <summary>The file's name, which a FEC tells its company and year by.</summary>
    public required string FileName { get; init; }

    /// <summary>Whether decimal marks, date orders and units were decided from all values; else a converter may ask for it.</summary>
    public bool IsScanned { get; init; }

    /// <summary>The end of the period that a report without dates in its rows is about, or null.</summary>
    public LocalDate? PeriodEnd { get; init; }

    internal MappingContext Context { get; init; } = null!;

    internal string? Shape { get; init; }

    internal bool AnnualAmount { get; init; }

    internal IReadOnlyDictionary<string, IReadOnlyList<string>> StatusWords { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>A converter for the rows of the table, from the first.</summary>
    public RowConverter CreateConverter() => new(this);

    /// <summary>The same mapping with every mark, order and unit decided from all values of the table.</summary>
    public TableMapping Scan(ExportTable table) => ColumnDecision.Scan(this, table);

    /// <summary>Refuses a table that leaves a choice to make.</summary>
    /// <exception cref="OpsException">Refused: the choices.</exception>
    public void RefuseIfOpen()
    {
        if (Choices.Count == 0)
            return;
        throw OpsException.Refused(string.Join(" ", Choices.Select(choice => choice.Question.En)), string.Join(" ", Choices.Select(choice => choice.Question.Fr)));
    }

    internal bool Maps(string input) =>
        (mapped ??= [.. Columns.Where(column => column.Input is not null).Select(column => column.Input!.Name)]).Contains(input);

    internal TableMapping With(IReadOnlyList<ColumnMapping> columns, IReadOnlyList<LocalizedText> warnings, bool isScanned) => new()
    {
        Profile = Profile,
        Vendor = Vendor,
        Object = Object,
        Fact = Fact,
        Columns = columns,
        Warnings = warnings,
        Choices = Choices,
        KeyNamespace = KeyNamespace,
        FileName = FileName,
        IsScanned = isScanned,
        PeriodEnd = PeriodEnd,
        Context = Context,
        Shape = Shape,
        AnnualAmount = AnnualAmount,
        StatusWords = StatusWords,
    };
}
