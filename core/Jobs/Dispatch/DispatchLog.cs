using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.Dispatch;

/// <summary>
/// What timers have asked for and handlers have not done yet, so that a slow queue is not filled with the same work. A message too many
/// does no harm; one that was lost is asked for again after an hour.
/// </summary>
public sealed class DispatchLog(IStateStore state, TimeProvider time)
{
    private const string Collection = "dispatched";
    private static readonly Duration Patience = Duration.FromHours(1);

    /// <summary>Whether a piece of work is under way, or failed for good on what there is to work on.</summary>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="queue">Its queue.</param>
    /// <param name="key">Its key.</param>
    /// <param name="print">What there is to work on: when that changes, the work is another.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<bool> IsUnderWayAsync(EngagementId engagement, string queue, string key, string print, CancellationToken cancellationToken = default)
    {
        var id = DeadLetterBox.IdOf(queue, engagement, key);
        if (await state.FindAsync(engagement, new(Collection, id), cancellationToken).ConfigureAwait(false) is not { } entry)
            return false;
        using var document = JsonDocument.Parse(entry.Value);
        if (document.RootElement.GetProperty("print").GetString() != print)
            return false;
        var at = InstantPattern.ExtendedIso.Parse(document.RootElement.GetProperty("at").GetString()!).Value;
        if (at + Patience > time.GetUtcNow().ToInstant())
            return true;
        return await state.FindAsync(engagement, DeadLetterBox.KeyOf(id), cancellationToken).ConfigureAwait(false) is { } letter
            && DeadLetterJson.Read(engagement, letter).IsOpen;
    }

    /// <summary>Records that a message was sent.</summary>
    public Task SentAsync(EngagementId engagement, string queue, string key, string print, CancellationToken cancellationToken = default) =>
        state.CommitAsync(
            engagement,
            [
                StateChange.Put(new(Collection, DeadLetterBox.IdOf(queue, engagement, key)), JsonText.Write(json =>
                {
                    json.WriteStartObject();
                    json.WriteString("print", print);
                    json.WriteString("at", InstantPattern.ExtendedIso.Format(time.GetUtcNow().ToInstant()));
                    json.WriteEndObject();
                })),
            ],
            cancellationToken);

    /// <summary>Records that the work was done.</summary>
    public Task DoneAsync(EngagementId engagement, string queue, string key, CancellationToken cancellationToken = default) =>
        state.CommitAsync(engagement, [StateChange.Remove(new(Collection, DeadLetterBox.IdOf(queue, engagement, key)))], cancellationToken);
}
