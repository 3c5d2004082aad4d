using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Privacy.Erasure;

internal static class FactValues
{
    /// <summary>A number or a flag as text, for comparing.</summary>
    public static string FindNumberOrFlag(this FactRecord record, FactField field) =>
        field.Kind == FieldKind.Number ? $"{record.FindNumber(field)}" : $"{record.FindFlag(field)}";
}
