using System.Collections.Concurrent;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Events;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Events as they were taken, one for each key.</summary>
internal sealed class FakeEvents : IEventSink
{
    private readonly ConcurrentDictionary<(EngagementId, string), (string Type, string Subject, string Data)> taken = new();

    /// <summary>What was taken, as <c>type subject</c>, in ordinal order.</summary>
    public IReadOnlyList<string> Taken => [.. taken.Values.Select(one => $"{one.Type} {one.Subject}").Order(StringComparer.Ordinal)];

    public IReadOnlyList<string> Of(string type) => [.. Taken.Where(one => one.StartsWith(type + " ", StringComparison.Ordinal))];

    public Task PublishAsync(
        EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default)
    {
        System.Text.Json.JsonDocument.Parse(data).RootElement.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Object);
        idempotencyKey.Length.ShouldBeLessThanOrEqualTo(256);
        taken.TryAdd((engagement, idempotencyKey), (type, subject, data));
        return Task.CompletedTask;
    }
}
