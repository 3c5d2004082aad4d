using System.Text;
using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>
/// What a fact type derives from the parts of a row: statuses from flags, words and dates, amounts from quantity and price, and so on.
/// One instance serves the rows of one table in their order.
/// </summary>
internal abstract class FactCompletion
{
    private readonly InputField? id;
    private readonly InputField? currency;
    private readonly MinorUnits minor;
    private readonly List<LocalizedText> warnings = [];

    protected FactCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
    {
        Mapping = mapping;
        Schema = schema;
        Inputs = inputs;
        id = schema.Find("id");
        currency = schema.Find("currency");
        minor = new MinorUnits(mapping, inputs);
    }

    /// <summary>Complete after the last row.</summary>
    internal virtual IReadOnlyList<LocalizedText> Warnings => warnings;

    protected TableMapping Mapping { get; }

    protected InputSchema Schema { get; }

    protected RowInputs Inputs { get; }

    internal static FactCompletion For(TableMapping mapping, InputSchema schema, RowInputs inputs) => schema.Type switch
    {
        FactType.Deal => new DealCompletion(mapping, schema, inputs),
        FactType.Ticket => new TicketCompletion(mapping, schema, inputs),
        FactType.Task => new TaskCompletion(mapping, schema, inputs),
        FactType.Sale => new SaleCompletion(mapping, schema, inputs),
        FactType.Payment => new PaymentCompletion(mapping, schema, inputs),
        FactType.Subscription => new SubscriptionCompletion(mapping, schema, inputs),
        FactType.LedgerEntry when mapping.Shape == "profit-and-loss" => new ProfitAndLossCompletion(mapping, schema, inputs),
        FactType.LedgerEntry => new LedgerCompletion(mapping, schema, inputs),
        FactType.Contact => new ContactCompletion(mapping, schema, inputs),
        FactType.SurveyResponse => new SurveyCompletion(mapping, schema, inputs),
        FactType.Reading => new ReadingCompletion(mapping, schema, inputs),
        _ => new PlainCompletion(mapping, schema, inputs),
    };

    /// <summary>Whether rows of a single cell are headings.</summary>
    internal virtual bool HasHeadings => false;

    /// <summary>Whether the row is a heading or a total that only its content shows.</summary>
    internal virtual bool IsNoRow(FactRecord record) => false;

    /// <summary>Fills what is derived; returns the reason where the row cannot be used, and the input at fault.</summary>
    internal string? Complete(FactRecord record, out InputField? at)
    {
        if (id?.Field is not null && Inputs.Text(id) is { IsEmpty: false } text)
            record.Set(id.Field, NaturalIds.Normalise(text));
        if (currency?.Field is not null && Inputs.Text(currency) is { IsEmpty: false } code)
        {
            SetCurrency(record, currency.Field, code);
            minor.Correct(record, currency.Field);
        }

        at = null;
        return Derive(record, ref at);
    }

    /// <summary>What the record is known by within its namespace; empty where nothing is.</summary>
    internal virtual ReadOnlySpan<byte> NaturalId(FactRecord record) => id?.Field is null ? default : record.GetUtf8(id.Field);

    protected abstract string? Derive(FactRecord record, ref InputField? at);

    protected WordList Words(string list) => new(Mapping.StatusWords, CommonWords.Of(list));

    protected void Warn(string en, string fr) => warnings.Add(new(en, fr));

    private static void SetCurrency(FactRecord record, FactField field, ReadOnlySpan<byte> code)
    {
        if (code.SequenceEqual("€"u8))
        {
            record.Set(field, "EUR"u8);
        }
        else if (code.SequenceEqual("£"u8))
        {
            record.Set(field, "GBP"u8);
        }
        else if (code.Length == 3)
        {
            Span<byte> upper = stackalloc byte[3];
            Ascii.ToUpper(code, upper, out _);
            record.Set(field, upper);
        }
        else if (code.Length > 5 && code[3] == ' ' && code[4] == '-')
        {
            // "EUR - Euro", as CRM systems show it.
            record.Set(field, code[..3]);
        }
    }
}
