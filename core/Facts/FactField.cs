namespace OpsAutomation.Facts;

/// <summary>One field of a fact type.</summary>
/// <param name="Name">The canonical name, in camel case: what profiles, mappings and custom KPIs call it.</param>
/// <param name="Kind">How its values are kept.</param>
/// <param name="Index">Its place in the schema: the bit that says whether a record has it.</param>
/// <param name="Slot">Its place among the fields of its kind.</param>
public sealed record FactField(string Name, FieldKind Kind, int Index, int Slot);
