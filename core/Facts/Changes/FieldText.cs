using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Facts.Changes;

/// <summary>Values of facts as texts: what state keeps of events, and what equal values are compared by.</summary>
internal static class FieldText
{
    private static readonly LocalDatePattern Days = LocalDatePattern.Iso;
    private static readonly OffsetDateTimePattern Moments = OffsetDateTimePattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss.FFFo<+HH:mm>");

    /// <summary>A number, without trailing zeros.</summary>
    public static string Of(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>A day or a moment.</summary>
    public static string Of(FactTime value) => value.HasTime
        ? Moments.Format(value.Local.WithOffset(Offset.FromSeconds(value.OffsetMinutes * 60)))
        : Days.Format(value.Date);

    /// <summary>A flag.</summary>
    public static string Of(bool value) => value ? "true" : "false";

    /// <summary>The value of a record's field, or null.</summary>
    public static string? Of(FactRecord record, FactField field)
    {
        if (!record.Has(field))
            return null;
        return field.Kind switch
        {
            FieldKind.Number => Of(record.GetNumber(field)),
            FieldKind.Time => Of(record.FindTime(field)!.Value),
            FieldKind.Flag => Of(record.FindFlag(field) == true),
            _ => record.FindText(field),
        };
    }

    /// <summary>Gives a record's field a value; null, or a text that is none of the field's kind, takes it away.</summary>
    public static void Set(FactRecord record, FactField field, string? text)
    {
        record.Remove(field);
        if (text is null)
            return;
        switch (field.Kind)
        {
            case FieldKind.Number when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number):
                record.Set(field, number);
                break;
            case FieldKind.Time when Days.Parse(text) is { Success: true } day:
                record.Set(field, day.Value);
                break;
            case FieldKind.Time when Moments.Parse(text) is { Success: true } moment:
                record.Set(field, FactTime.At(moment.Value));
                break;
            case FieldKind.Flag:
                record.Set(field, text == "true");
                break;
            case FieldKind.Text:
                record.Set(field, text);
                break;
        }
    }
}
