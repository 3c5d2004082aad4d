using NodaTime;

namespace OpsAutomation.Samples;

/// <summary>A support ticket.</summary>
internal sealed record StoryTicket(string Id, string Subject, string Topic, string Customer, string Owner, LocalDateTime Opened, LocalDateTime Answered, LocalDateTime? Closed, bool Reopened);
