using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs;

/// <summary>
/// Asks for an engagement's figures on behalf of events, which may come by the hundred: the first of a while at once, then one look at the end of
/// that while for all that came in it. Collection <c>runs</c>, id <c>kpis-asked</c>. A look too many does no harm, and the hourly round finds one
/// that was lost.
/// </summary>
internal sealed class KpiRequests(IStateStore state, JobSender jobs, TimeProvider time, KpiRequestSettings settings)
{
    private const int Attempts = 10;
    private static readonly StateKey Key = new("runs", "kpis-asked");
    private static readonly Duration Grace = Duration.FromSeconds(1);

    /// <summary>Asks.</summary>
    public async Task SendAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var now = time.GetUtcNow().ToInstant();
            var entry = await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false);
            var (until, isAtEnd) = entry is null ? (Instant.MinValue, false) : Read(entry.Value);
            var isNew = now >= until || until > now + settings.While;
            if (!isNew && isAtEnd)
                return;
            var delay = isNew ? Duration.Zero : until - now + Grace;
            // Sent before it is written down: what is cut off between is sent again.
            await jobs.SendAsync(new KpiJob(engagement, KpiJobHandler.JobKey), delay.ToTimeSpan(), cancellationToken).ConfigureAwait(false);
            var value = Write(isNew ? now + settings.While : until, !isNew);
            try
            {
                await state.CommitAsync(engagement, [entry is null ? StateChange.Insert(Key, value) : StateChange.Replace(entry, value)], cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (StateConflictException)
            {
                // Another event asked at the same time: look what for.
            }
        }
    }

    private static string Write(Instant until, bool isAtEnd) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("until", until.ToUnixTimeMilliseconds());
        json.WriteBoolean("atEnd", isAtEnd);
        json.WriteEndObject();
    });

    private static (Instant Until, bool IsAtEnd) Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        return (Instant.FromUnixTimeMilliseconds(document.RootElement.GetProperty("until").GetInt64()), document.RootElement.GetProperty("atEnd").GetBoolean());
    }
}
