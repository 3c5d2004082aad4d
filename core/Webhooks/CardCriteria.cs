using System.Text.RegularExpressions;
using OpsAutomation.Engagements;
using OpsAutomation.Milestones;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Webhooks;

/// <summary>Marks the exit criterion that a card's name begins with (<c>J30-3 Invoices go out on Fridays</c>) once the card is done.</summary>
internal sealed partial class CardCriteria(MilestoneStore milestones)
{
    /// <summary>Marks it.</summary>
    /// <returns>The criterion, or null where the event is of no such card or the plan has no such criterion.</returns>
    public async Task<string?> MarkAsync(Engagement engagement, string source, VendorEvent happening, CancellationToken cancellationToken)
    {
        if (happening.Also != CardDone.Type || Shape().Match(happening.Happening.Text) is not { Success: true } match)
            return null;
        var id = MilestonePlan.For(engagement).SelectMany(milestone => milestone.Criteria).Select(criterion => criterion.Id)
            .FirstOrDefault(known => string.Equals(known, match.Groups["id"].Value, StringComparison.OrdinalIgnoreCase));
        if (id is null)
            return null;
        await milestones.MarkDoneAsync(engagement, id, $"webhook {source}", happening.Happening.Text, happening.Happening.Day, cancellationToken).ConfigureAwait(false);
        return id;
    }

    [GeneratedRegex(@"\A[\[(]?(?<id>[A-Za-z0-9]+-[0-9]{1,3})(?![A-Za-z0-9-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
