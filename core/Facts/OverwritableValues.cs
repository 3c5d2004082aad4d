using System.IO.Hashing;

namespace OpsAutomation.Facts;

/// <summary>
/// The values of a record that a later export overwrites without a date to tell when they changed: amount, currency, probability, last
/// activity, the interval of a subscription and what is left to pay of an invoice that is paid in part. A stock of a past day can only be computed from them while they are known to have stood.
/// </summary>
internal sealed class OverwritableValues
{
    private static readonly string[] Names = ["amount", "currency", "probability", "lastActivity", "intervalMonths"];
    private readonly FactField[] fields;
    private readonly byte[] buffer = new byte[256];

    public OverwritableValues(FactSchema schema) =>
        fields = [.. Names.Select(schema.Find).OfType<FactField>()];

    /// <summary>The fields of a type that hold them.</summary>
    public static IEnumerable<string> NamesOf(FactType type) => type == FactType.Sale ? Names.Append("amountDue") : Names;

    /// <summary>Whether records of the type have any.</summary>
    public bool Exist => fields.Length > 0;

    /// <summary>A hash of the values; equal values give equal hashes, whatever file they come from.</summary>
    public uint Hash(FactRecord record)
    {
        var at = 0;
        foreach (var field in fields)
        {
            if (!record.Has(field))
            {
                buffer[at++] = 0xff;
                continue;
            }

            switch (field.Kind)
            {
                case FieldKind.Number:
                    at += ByteCodes.Write(buffer.AsSpan(at), record.Numbers[field.Slot]);
                    break;
                case FieldKind.Time:
                    var time = record.Times[field.Slot];
                    at += ByteCodes.WriteSigned(buffer.AsSpan(at), time.Packed);
                    at += ByteCodes.WriteSigned(buffer.AsSpan(at), time.Milliseconds);
                    break;
                default:
                    var text = record.GetUtf8(field);
                    text = text[..Math.Min(text.Length, 32)];
                    text.CopyTo(buffer.AsSpan(at));
                    at += text.Length;
                    break;
            }
        }

        if (LeftToPay(record) is { } left)
            at += ByteCodes.Write(buffer.AsSpan(at), left);
        return (uint)XxHash3.HashToUInt64(buffer.AsSpan(0, at));
    }

    // What is owed in full, or paid on a known day, is told by other values.
    private static decimal? LeftToPay(FactRecord record)
    {
        if (record.Schema.Type != FactType.Sale || record.Has(SaleFields.Paid) || record.FindNumber(SaleFields.AmountDue) is not { } due)
            return null;
        return (record.FindNumber(SaleFields.AmountWithTax) ?? record.FindNumber(SaleFields.Amount)) is { } total && due > 0m && due < total ? due : null;
    }
}
