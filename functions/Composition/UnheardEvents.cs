using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;

namespace OpsAutomation.Functions.Composition;

/// <summary>Takes events where nobody can ask for them yet.</summary>
internal sealed class UnheardEvents : IEventSink
{
    public Task PublishAsync(
        EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;
}
