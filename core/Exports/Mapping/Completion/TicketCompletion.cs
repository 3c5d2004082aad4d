using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A ticket's status: its flag leads, then its status in words, then its close date; else it is open.</summary>
internal sealed class TicketCompletion : FactCompletion
{
    private readonly WordList words;
    private readonly InputField status;
    private readonly InputField stage;
    private readonly InputField isClosed;
    private readonly InputField reopenCount;

    internal TicketCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        words = Words("ticket");
        status = schema["status"];
        stage = schema["stage"];
        isClosed = schema[InputNames.IsClosed];
        reopenCount = schema[InputNames.ReopenCount];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        var written = Inputs.Text(status);
        var meaning = Inputs.Flag(isClosed) is { } closed
            ? closed ? "closed" : "open"
            : words.Find(written) ?? words.Find(Inputs.Text(stage)) ?? (record.Has(TicketFields.Closed) ? "closed" : "open");
        record.Set(TicketFields.Status, meaning == "closed" ? "closed"u8 : "open"u8);
        if (!record.Has(TicketFields.Stage) && !written.IsEmpty)
            record.Set(TicketFields.Stage, written);
        if (Inputs.Number(reopenCount) is { } count && !record.Has(TicketFields.Reopened))
            record.Set(TicketFields.Reopened, count > 0m);
        return null;
    }
}
