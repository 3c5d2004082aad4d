using System.Text;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;
using OpsAutomation.Locales;

namespace OpsAutomation.Exports.Mapping;

/// <summary>
/// Reads the values of one mapped column. Until its marks were decided from all values it takes what is self-evident, and asks for
/// the decision as soon as a value is open or contradicts what was seen before.
/// </summary>
internal sealed class ColumnReader
{
    private readonly bool isDecided;
    private readonly bool asksForShare;
    private readonly decimal factor;
    private readonly decimal divisor;
    private readonly ZoneClock? clock;
    private readonly bool isDirect;
    private byte mark;
    private DateOrder? order;
    private bool? isShare;

    internal ColumnReader(ColumnMapping column, bool isDecided, ZoneClock? clock)
    {
        Column = column;
        Input = column.Input!;
        this.isDecided = isDecided;
        this.clock = clock;
        mark = column.DecimalMark is { } known ? (byte)known : (byte)0;
        order = column.Order;
        (factor, divisor) = FactorOf(column.Unit);
        asksForShare = Input.Field == DealFields.Probability && column.Unit is not ("share" or "percent");
        isShare = asksForShare ? column.IsShare : column.Unit == "share";
        isDirect = Input.Field is not null && !InputWords.Holds(Input);
    }

    internal ColumnMapping Column { get; }

    internal InputField Input { get; }

    internal ColumnEvidence Evidence { get; } = new();

    internal string Reason => Input.Kind switch
    {
        FieldKind.Number => RowReasons.NumberUnreadable,
        FieldKind.Time => RowReasons.DateUnreadable,
        _ => RowReasons.FlagUnreadable,
    };

    internal ReadResult Read(IRowReader row, RowInputs inputs, FactRecord record)
    {
        if (Input.Kind == FieldKind.Text && !isDirect)
            return ReadResult.Done;
        var text = Utf8Text.Trim(row.Field(Column.Index));
        if (Utf8Text.IsMissing(text))
            return ReadResult.Done;
        switch (Input.Kind)
        {
            case FieldKind.Text:
                record.Set(Input.Field!, text);
                return ReadResult.Done;
            case FieldKind.Number:
                return ReadNumber(text, row.KindOf(Column.Index), inputs, record);
            case FieldKind.Time:
                return ReadTime(text, inputs, record);
            default:
                if (!FlagText.TryParse(text, out var flag))
                    return ReadResult.Unreadable;
                if (isDirect)
                    record.Set(Input.Field!, flag);
                else
                    inputs.Set(Input, flag);
                return ReadResult.Done;
        }
    }

    /// <summary>The column as it was decided by the values read so far.</summary>
    internal ColumnMapping Decided() => isDecided ? Column : Column with
    {
        DecimalMark = mark == 0 ? null : (char)mark,
        Order = order,
        DateOrder = Input.Kind == FieldKind.Time ? Evidence.OrderName(order) : null,
        Samples = Math.Max(Evidence.Dates + Evidence.Numbers, Column.Samples),
    };

    private ReadResult ReadNumber(ReadOnlySpan<byte> text, CellKind kind, RowInputs inputs, FactRecord record)
    {
        // A typed cell is canonical whatever the column's other cells look like.
        var expected = kind == CellKind.Number ? (byte)'.' : mark;
        if (!NumberText.TryParse(text, expected, out var value, out var evidence))
        {
            if (!Input.IsHours || !DurationText.TryParse(text, out value))
                return ReadResult.Unreadable;
            return Keep(value, inputs, record);
        }

        if (kind != CellKind.Number)
        {
            if (evidence == NumberEvidence.Open && mark == 0)
                return ReadResult.Undecided;
            if (evidence is NumberEvidence.Point or NumberEvidence.Comma)
            {
                var shown = evidence == NumberEvidence.Point ? (byte)'.' : (byte)',';
                if (mark == 0)
                    mark = shown;
                else if (mark != shown)
                    return isDecided ? ReadResult.Unreadable : ReadResult.Undecided;
            }

            Evidence.Add(evidence);
        }

        if (asksForShare)
        {
            if (text[^1] == '%')
            {
                return Keep(value, inputs, record);
            }

            if (!isDecided && isShare is null && value != 0m)
            {
                if (value <= 1m)
                    return ReadResult.Undecided;
                isShare = false;
            }
        }

        return Keep(isShare == true ? value * 100m : divisor == 1m ? value * factor : value / divisor, inputs, record);
    }

    private ReadResult Keep(decimal value, RowInputs inputs, FactRecord record)
    {
        if (isDirect)
            record.Set(Input.Field!, value);
        else
            inputs.Set(Input, value);
        return ReadResult.Done;
    }

    private ReadResult ReadTime(ReadOnlySpan<byte> text, RowInputs inputs, FactRecord record)
    {
        if (!DateText.TryParse(text, order, out var parts, out var form))
            return ReadResult.Unreadable;
        switch (form)
        {
            case DateForm.Open when order is null:
                return ReadResult.Undecided;
            case DateForm.DayFirst or DateForm.MonthFirst:
                var shown = form == DateForm.DayFirst ? DateOrder.DayFirst : DateOrder.MonthFirst;
                if (order is null)
                    order = shown;
                else if (order == DateOrder.MonthFirst != (shown == DateOrder.MonthFirst))
                    return isDecided ? ReadResult.Unreadable : ReadResult.Undecided;
                break;
        }

        Evidence.Add(form);
        if (isDirect)
            record.SetTime(Input.Field!, clock!.Store(parts));
        else
            inputs.Set(Input, clock!.Convert(parts));
        return ReadResult.Done;
    }

    // A part of an hour has no exact decimal: it divides.
    private (decimal Factor, decimal Divisor) FactorOf(string? unit)
    {
        if (unit == "minor")
            return (0.01m, 1m);
        var hours = unit is null || !Input.IsHours ? 1m : DurationText.HoursOf(Encoding.UTF8.GetBytes(unit)) ?? 1m;
        return hours < 1m ? (1m, decimal.Round(1m / hours)) : (hours, 1m);
    }
}
