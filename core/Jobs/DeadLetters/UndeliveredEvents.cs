using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>The events that an endpoint did not get and that are tried no more, until somebody replays them.</summary>
/// <param name="Endpoint">The id of the endpoint.</param>
/// <param name="Since">When the first of them was taken.</param>
/// <param name="Count">How many there are.</param>
/// <param name="Letter">The id of the first dead letter.</param>
public sealed record UndeliveredEvents(string Endpoint, Instant Since, int Count, string Letter)
{
    /// <summary>Those of an engagement, one for each endpoint of its file, in the order of their names.</summary>
    public static async Task<IReadOnlyList<UndeliveredEvents>> OfAsync(IStateStore state, Engagement engagement, CancellationToken cancellationToken = default)
    {
        var found = new SortedDictionary<string, UndeliveredEvents>(StringComparer.Ordinal);
        if (engagement.Events.Count == 0)
            return [];
        var events = new EventStore(state);
        await foreach (var entry in state.ListAsync(engagement.Id, DeadLetterBox.Collection, "", cancellationToken).ConfigureAwait(false))
        {
            var letter = DeadLetterJson.Read(engagement.Id, entry);
            if (!letter.IsOpen || EndpointOf(engagement, letter) is not { } endpoint)
                continue;
            var happening = await events.FindAsync(engagement.Id, letter.Key![(endpoint.Length + 1)..], cancellationToken).ConfigureAwait(false);
            var since = happening is null ? letter.FirstSeen : Instant.Min(happening.Taken ?? happening.Occurred, letter.FirstSeen);
            found[endpoint] = !found.TryGetValue(endpoint, out var others) ? new(endpoint, since, 1, letter.Id)
                : since < others.Since ? new(endpoint, since, others.Count + 1, letter.Id)
                : others with { Count = others.Count + 1 };
        }

        return [.. found.Values];
    }

    /// <summary>The endpoint that a dead letter was for; null where it is no event's, or the endpoint is no longer in the engagement's file.</summary>
    public static string? EndpointOf(Engagement engagement, DeadLetter letter) => letter is { Queue: JobQueues.Events, Key: { } key }
        ? engagement.Events.FirstOrDefault(endpoint => key.StartsWith(endpoint.Id + "/", StringComparison.Ordinal))?.Id
        : null;
}
