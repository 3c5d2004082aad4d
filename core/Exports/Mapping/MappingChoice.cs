namespace OpsAutomation.Exports.Mapping;

/// <summary>Something that the file leaves equally likely and that a person has to decide, with <c>--as</c> or <c>--map</c>.</summary>
/// <param name="Field">The field that several columns fit, or <c>fact</c> where the kind of record cannot be told.</param>
/// <param name="Question">What to decide, and how.</param>
/// <param name="Options">The columns or kinds of record to choose from.</param>
public sealed record MappingChoice(string Field, LocalizedText Question, IReadOnlyList<string> Options);
