using System.Text.Json;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Telemetry;

/// <summary>
/// The trace of an engagement's last import, so that the digest which a timer asks for days later belongs to it: collection <c>runs</c>, id
/// <c>trace</c>. Neither read nor written where nobody listens.
/// </summary>
public sealed class ExportTrace(IStateStore state, TimeProvider time)
{
    // A digest is of a week; what was imported before has left with an earlier one.
    private static readonly Duration Fresh = Duration.FromDays(8);
    private static readonly StateKey Key = new("runs", "trace");

    /// <summary>Keeps the trace under way as that of the last import.</summary>
    public Task KeepAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        TraceContext.Of(OpsTelemetry.Current) is { Parent: { } parent } context
            ? state.CommitAsync(engagement, [StateChange.Put(Key, Write(parent, context.State))], cancellationToken)
            : Task.CompletedTask;

    /// <summary>The trace of the last import; nothing where it is too old or there is none.</summary>
    public async Task<TraceContext> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        if (!OpsTelemetry.Source.HasListeners() || await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false) is not { } entry)
            return default;
        using var document = JsonDocument.Parse(entry.Value);
        var at = InstantPattern.ExtendedIso.Parse(document.RootElement.GetProperty("at").GetString()!).Value;
        return at + Fresh < time.GetUtcNow().ToInstant()
            ? default
            : new(document.RootElement.GetProperty("traceparent").GetString(), document.RootElement.TryGetProperty("tracestate", out var vendor) ? vendor.GetString() : null);
    }

    private string Write(string parent, string? vendor) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("traceparent", parent);
        if (vendor is not null)
            json.WriteString("tracestate", vendor);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(time.GetUtcNow().ToInstant()));
        json.WriteEndObject();
    });
}
