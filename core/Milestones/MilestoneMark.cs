using NodaTime;

namespace OpsAutomation.Milestones;

/// <summary>One line of the history of a milestone or criterion.</summary>
/// <param name="Target">The id: <c>J30</c> or <c>J30-3</c>.</param>
/// <param name="What">What happened.</param>
/// <param name="Day">The local day it counts for.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="By">Who, or null where the product found it.</param>
/// <param name="Note">What was said, or null.</param>
public sealed record MilestoneMark(string Target, MarkKind What, LocalDate Day, Instant At, string? By = null, string? Note = null);
