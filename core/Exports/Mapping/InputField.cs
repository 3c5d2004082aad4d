using OpsAutomation.Facts;

namespace OpsAutomation.Exports.Mapping;

/// <summary>What a column can be mapped to: a field of the fact, or a part from which fields are derived, such as <c>isWon</c> or <c>unitPrice</c>.</summary>
/// <param name="Name">The name that profiles and mappings use.</param>
/// <param name="Kind">How its values are read.</param>
/// <param name="Field">The fact's field, or null for a part.</param>
/// <param name="Slot">Its place among the inputs of the fact type.</param>
public sealed record InputField(string Name, FieldKind Kind, FactField? Field, int Slot)
{
    /// <summary>Whether its numbers are elapsed hours, so that durations in other units are converted.</summary>
    public bool IsHours => Name.EndsWith("Hours", StringComparison.Ordinal);
}
