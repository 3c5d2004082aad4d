using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Mornings;

/// <summary>One thing that wants the attention of who runs several engagements.</summary>
/// <param name="Engagement">Whose it is.</param>
/// <param name="Client">The client's name.</param>
/// <param name="Urgency">How soon.</param>
/// <param name="Id">What it is within the engagement, such as <c>D-14</c> or <c>J30</c>: the last word of the order.</param>
/// <param name="What">What it is, in the reader's language.</param>
/// <param name="Due">The day that it is due, or null.</param>
/// <param name="Owner">The name of who owns it; empty where nobody does.</param>
public sealed record MorningItem(
    EngagementId Engagement, string Client, MorningUrgency Urgency, string Id, string What, LocalDate? Due, string Owner)
{
    /// <summary>The items as one list: the most urgent first, of those the longest due.</summary>
    public static IReadOnlyList<MorningItem> Rank(IEnumerable<MorningItem> items) =>
    [
        .. items
            .OrderBy(item => item.Urgency)
            .ThenBy(item => item.Due ?? LocalDate.MaxIsoValue)
            .ThenBy(item => item.Client, StringComparer.Ordinal)
            .ThenBy(item => item.Engagement.Value, StringComparer.Ordinal)
            .ThenBy(item => item.Id.Length)
            .ThenBy(item => item.Id, StringComparer.Ordinal),
    ];
}
