using OpsAutomation.Facts;

namespace OpsAutomation.Engagements;

/// <summary>One aggregate over the facts of one type.</summary>
/// <param name="Fact">The fact type.</param>
/// <param name="Aggregate">How values become one.</param>
/// <param name="Field">The number that is aggregated; null for a count.</param>
/// <param name="Date">The date field by which a record belongs to a period.</param>
/// <param name="Where">Conditions, all of which a record must meet.</param>
public sealed record CustomMeasure(FactType Fact, Aggregate Aggregate, FactField? Field, FactField Date, IReadOnlyList<FieldCondition> Where);
