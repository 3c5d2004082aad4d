using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Events;

/// <summary>
/// Takes what happened in an engagement, to be told to whoever asked for it. The same idempotency key is told once, whatever is repeated.
/// </summary>
public interface IEventSink
{
    /// <summary>Takes an event; once this has ended it is told, even if the process dies right after.</summary>
    /// <param name="engagement">Whose event it is.</param>
    /// <param name="type">One of <see cref="EventTypes"/>.</param>
    /// <param name="subject">What it is about within the engagement: a KPI's id, a milestone's, a document's kind, a file's name.</param>
    /// <param name="idempotencyKey">What tells a repetition of the same event: any text of up to 256 characters.</param>
    /// <param name="data">What happened: a JSON object, without personal data.</param>
    /// <param name="occurred">When it happened; of a repetition the first moment holds.</param>
    /// <param name="cancellationToken">Stops before the event is taken.</param>
    Task PublishAsync(
        EngagementId engagement, string type, string subject, string idempotencyKey, string data, Instant occurred, CancellationToken cancellationToken = default);
}
