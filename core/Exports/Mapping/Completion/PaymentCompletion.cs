using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping.Completion;

/// <summary>A payment's kind and status: words lead, then the sign of its amount; a refund's row is negative.</summary>
internal sealed class PaymentCompletion : FactCompletion
{
    private readonly WordList statuses;
    private readonly WordList kinds;
    private readonly InputField status;
    private readonly InputField kind;
    private readonly InputField net;
    private readonly InputField captured;

    internal PaymentCompletion(TableMapping mapping, InputSchema schema, RowInputs inputs)
        : base(mapping, schema, inputs)
    {
        statuses = Words("payment");
        kinds = Words("payment-kind");
        status = schema["status"];
        kind = schema["kind"];
        net = schema[InputNames.Net];
        captured = schema[InputNames.Captured];
    }

    protected override string? Derive(FactRecord record, ref InputField? at)
    {
        if (!record.Has(PaymentFields.Amount) && Inputs.Number(net) is { } received)
            record.Set(PaymentFields.Amount, received + record.GetNumber(PaymentFields.Fee));
        var amount = record.GetNumber(PaymentFields.Amount);
        var written = Inputs.Text(kind);
        var meaning = kinds.Find(written) ?? (written.IsEmpty ? amount < 0m ? "refund" : "charge" : "other");
        if (meaning == "refund" && amount > 0m)
            record.Set(PaymentFields.Amount, -amount);
        record.Set(PaymentFields.Kind, meaning switch { "charge" => "charge"u8, "refund" => "refund"u8, "payout" => "payout"u8, "fee" => "fee"u8, _ => "other"u8 });
        var state = statuses.Find(Inputs.Text(status)) ?? (Inputs.Text(status).IsEmpty ? "succeeded" : "pending");
        if (Inputs.Flag(captured) == false && state == "succeeded")
            state = "pending";
        record.Set(PaymentFields.Status, state switch { "succeeded" => "succeeded"u8, "failed" => "failed"u8, _ => "pending"u8 });
        if (record.FindNumber(PaymentFields.Refunded) is < 0m and var refunded)
            record.Set(PaymentFields.Refunded, -refunded);
        return null;
    }
}
