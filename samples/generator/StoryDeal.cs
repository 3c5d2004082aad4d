using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>A deal; the close date of an open one is an expectation.</summary>
internal sealed record StoryDeal(string Id, string Name, string Company, string Owner, decimal Amount, LocalDateTime Created, LocalDateTime Closed, DealEnd End, string? LossReason, LocalDateTime LastActivity);
