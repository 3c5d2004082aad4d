using System.Diagnostics;
using OpsAutomation.Engagements;

namespace OpsAutomation.Telemetry;

/// <summary>
/// The activities of queues, named and tagged as OpenTelemetry's conventions for messaging have it. A message's trace is the one of whoever sent it;
/// what the host has under way when a handler begins is linked.
/// </summary>
public static class JobActivity
{
    /// <summary>The tag with the id of the engagement.</summary>
    public const string Engagement = "ops.engagement.id";

    /// <summary>The tag with the name of the queue.</summary>
    public const string Queue = "messaging.destination.name";

    /// <summary>The tag with the kind of a failure.</summary>
    public const string Error = "error.type";

    private const string System = "messaging.system";
    private const string Operation = "messaging.operation.name";
    private const string OperationType = "messaging.operation.type";

    /// <summary>Begins to send work to a queue; null where nobody listens.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="engagement">Whose work it is.</param>
    /// <param name="asked">The trace that the work belongs to unless some of ours is under way.</param>
    public static Activity? Sending(string queue, EngagementId engagement, TraceContext asked) =>
        Start(queue, engagement, "send", ActivityKind.Producer, OpsTelemetry.Current is null ? asked.ToParent() : default);

    /// <summary>Begins to handle a message; null where nobody listens.</summary>
    /// <param name="queue">The queue.</param>
    /// <param name="engagement">Whose work it is; null where the message does not say.</param>
    /// <param name="sent">The trace that the message carries.</param>
    public static Activity? Processing(string queue, EngagementId? engagement, TraceContext sent) =>
        Start(queue, engagement, "process", ActivityKind.Consumer, sent.ToParent());

    /// <summary>Says of an activity that it failed: by the kind of failure, never by its message.</summary>
    public static void Fail(Activity? activity, string kind)
    {
        activity?.SetStatus(ActivityStatusCode.Error);
        activity?.SetTag(Error, kind);
    }

    private static Activity? Start(string queue, EngagementId? engagement, string operation, ActivityKind kind, ActivityContext parent)
    {
        if (!OpsTelemetry.Source.HasListeners())
            return null;
        ActivityLink[]? links = parent != default && Activity.Current is { IdFormat: ActivityIdFormat.W3C } host ? [new(host.Context)] : null;
        var activity = OpsTelemetry.Source.CreateActivity($"{operation} {queue}", kind, parent, links: links)?.Start();
        if (activity is not { IsAllDataRequested: true })
            return activity;
        activity.SetTag(System, "ops_queue").SetTag(Queue, queue).SetTag(Operation, operation).SetTag(OperationType, operation);
        if (engagement is { } id)
            activity.SetTag(Engagement, id.Value);
        return activity;
    }
}
