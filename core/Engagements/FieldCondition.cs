namespace OpsAutomation.Engagements;

/// <summary>A condition on one field of a fact.</summary>
/// <param name="Field">The canonical field name.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Values">The values to compare with, as written in the file: any of them for equality, none of them for inequality, one for the rest.</param>
public sealed record FieldCondition(string Field, ConditionOperator Operator, IReadOnlyList<string> Values);
