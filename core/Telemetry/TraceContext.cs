using System.Diagnostics;

namespace OpsAutomation.Telemetry;

/// <summary>The trace of a piece of work as W3C Trace Context writes it.</summary>
/// <param name="Parent">The header <c>traceparent</c>.</param>
/// <param name="State">The header <c>tracestate</c>, or null.</param>
public readonly record struct TraceContext(string? Parent, string? State)
{
    // The specification lets a header longer than this be left out.
    private const int LongestState = 512;

    /// <summary>Of an activity; nothing where there is none.</summary>
    public static TraceContext Of(Activity? activity) => activity is { IdFormat: ActivityIdFormat.W3C, Id: { } id }
        ? new(id, activity.TraceStateString is { Length: > 0 and <= LongestState } state ? state : null)
        : default;

    /// <summary>As the parent of an activity; nothing where it is not one, whoever wrote it.</summary>
    public ActivityContext ToParent() => Parent is not null && ActivityContext.TryParse(Parent, State is { Length: <= LongestState } ? State : null, isRemote: true, out var context)
        ? context
        : default;
}
