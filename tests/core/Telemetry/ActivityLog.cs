using System.Collections.Concurrent;
using System.Diagnostics;
using OpsAutomation.Telemetry;

namespace OpsAutomation.Core.Tests.Telemetry;

/// <summary>Hears the activities of the product while it is there.</summary>
internal sealed class ActivityLog : IDisposable
{
    private readonly ActivityListener listener;
    private readonly ConcurrentQueue<Activity> ended = new();

    public ActivityLog()
    {
        listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == OpsTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = ended.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
    }

    public IReadOnlyList<Activity> Ended => [.. ended];

    public void Dispose() => listener.Dispose();
}
