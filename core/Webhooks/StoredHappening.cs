using NodaTime;

namespace OpsAutomation.Webhooks;

/// <summary>An event as exit criteria of milestones see it: collection <c>webhook-events</c>.</summary>
/// <param name="Kind">Its type.</param>
/// <param name="Day">The local day.</param>
/// <param name="Text">What happened, for people to read.</param>
internal sealed record StoredHappening(string Kind, LocalDate Day, string Text);
