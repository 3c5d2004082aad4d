using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>The events that sources told of, for the exit criteria of milestones.</summary>
public sealed class WebhookEvents(IStateStore state)
{
    private const string Collection = "webhook-events";

    // A criterion asks for a thousand events at most.
    private const int MostOfAKind = 1000;

    /// <summary>Keeps an event; one that is kept already stays as it is.</summary>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="delivery">The id of its delivery.</param>
    /// <param name="place">Its place within the delivery, from 0.</param>
    /// <param name="happening">The event.</param>
    /// <param name="cancellationToken">Stops before it is kept.</param>
    internal async Task AddAsync(EngagementId engagement, string delivery, int place, MilestoneEvent happening, CancellationToken cancellationToken)
    {
        var stored = new StoredHappening(happening.Kind, happening.Day, happening.Text);
        // In the order of days, so that the first of a kind are found without reading the others.
        var id = $"{PrefixOf(happening.Kind)}{LocalDatePattern.Iso.Format(happening.Day)}/{Hash(delivery)}/{place.ToString(CultureInfo.InvariantCulture)}";
        try
        {
            await state.CommitAsync(
                engagement, [StateChange.Insert(new(Collection, id), JsonSerializer.Serialize(stored, WebhookJson.Default.StoredHappening))], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // A run that was stopped had kept it.
        }
    }

    /// <summary>The events that the plan of an engagement asks for: the first ones of each kind that a criterion names, or of all where one names none.</summary>
    public async Task<IReadOnlyList<MilestoneEvent>> ForPlanAsync(Engagement engagement, CancellationToken cancellationToken = default)
    {
        var events = new List<MilestoneEvent>();
        foreach (var kind in KindsOf(engagement))
        {
            var count = 0;
            await foreach (var entry in state.ListAsync(engagement.Id, Collection, kind is null ? "" : PrefixOf(kind), cancellationToken).ConfigureAwait(false))
            {
                if (kind is not null && ++count > MostOfAKind)
                    break;
                var stored = JsonSerializer.Deserialize(entry.Value, WebhookJson.Default.StoredHappening) ?? throw new JsonException("An event's record is empty.");
                events.Add(new(stored.Kind, stored.Day, stored.Text));
            }
        }

        return events;
    }

    /// <summary>Whether a criterion of the plan asks for events of a type.</summary>
    internal static bool IsAskedFor(Engagement engagement, string type) =>
        KindsOf(engagement).Exists(kind => kind is null || string.Equals(kind, type, StringComparison.OrdinalIgnoreCase));

    // Null alone stands for every kind.
    private static List<string?> KindsOf(Engagement engagement)
    {
        var kinds = MilestonePlan.For(engagement)
            .SelectMany(milestone => milestone.Criteria)
            .Where(criterion => criterion.Setting.Kind == "event")
            .Select(criterion => criterion.Setting.Of)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        return kinds.Contains(null) ? [null] : kinds;
    }

    private static string PrefixOf(string kind) => Hash(kind.ToLowerInvariant()) + "/";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 12));
}
