using System.Security.Cryptography;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Takes a verified request: its body is stored, its delivery remembered, its work enqueued. The sender hears of success last: whatever
/// stops this before makes it send again, and what is there already is then only enqueued.
/// </summary>
/// <param name="blobs">Keeps the bodies.</param>
/// <param name="state">Remembers the deliveries.</param>
/// <param name="jobs">Takes the work.</param>
/// <param name="random">Gives random bytes, for deliveries without an id; null takes the system's.</param>
public sealed class WebhookIntake(IBlobStore blobs, IStateStore state, JobSender jobs, Func<int, byte[]>? random = null)
{
    private const int LongestShownId = 200;
    private readonly WebhookBodies bodies = new(blobs, state);
    private readonly WebhookDeliveries deliveries = new(state);
    private readonly Func<int, byte[]> random = random ?? RandomNumberGenerator.GetBytes;

    /// <summary>Takes a request that was verified.</summary>
    /// <param name="sender">The source that it is of.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">The moment it came.</param>
    /// <param name="cancellationToken">Stops; the sender tries again.</param>
    /// <exception cref="OpsException">Storage failed; the sender tries again.</exception>
    internal async Task TakeAsync(WebhookSender sender, WebhookRequest request, Instant now, CancellationToken cancellationToken)
    {
        var senderId = WebhookEventIds.OfDelivery(request, sender.Settings);
        var id = senderId is null
            ? $"{sender.Settings.Source}/{Convert.ToHexStringLower(random(16))}"
            : WebhookDeliveries.IdOf(sender.Settings.Source, senderId);
        var delivery = new WebhookDelivery
        {
            Id = id,
            Source = sender.Settings.Source,
            SenderId = senderId?[..Math.Min(senderId.Length, LongestShownId)],
            Received = now,
            ContentType = request.ContentType,
            EventName = WebhookEventIds.NameOf(request, sender.Settings),
            Length = request.Body.Length,
        };
        var known = await AddAsync(sender.Engagement, delivery, request.Body, cancellationToken).ConfigureAwait(false);
        if (known is null or { Outcome: WebhookOutcome.Received })
            await jobs.SendAsync(JobOf(sender.Engagement, sender.Settings.Source, id), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The work of a delivery.</summary>
    public static WebhookJob JobOf(EngagementId engagement, string source, string delivery) => new(engagement, delivery, source, delivery);

    // Gives the record that is there already, or null where this one was added.
    private async Task<WebhookDelivery?> AddAsync(EngagementId engagement, WebhookDelivery delivery, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        // A short body costs no more than its record does; before a long one is written it is worth a look.
        if (body.Length > WebhookBodies.LongestRecord && await deliveries.FindAsync(engagement, delivery.Id, cancellationToken).ConfigureAwait(false) is { } before)
            return before;
        var kept = await bodies.KeepAsync(engagement, delivery, body, cancellationToken).ConfigureAwait(false);
        while (!await deliveries.TryAddAsync(engagement, delivery, kept, cancellationToken).ConfigureAwait(false))
        {
            // One that was removed between the two looks is new.
            if (await deliveries.FindAsync(engagement, delivery.Id, cancellationToken).ConfigureAwait(false) is { } known)
                return known;
        }

        return null;
    }
}
