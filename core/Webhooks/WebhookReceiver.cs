using System.Net.Http.Headers;
using System.Security.Cryptography;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The edge: verifies a request over its raw bytes, stores it, enqueues it and answers. Nothing of it is read before it is verified, and
/// what is answered tells a stranger neither which engagements there are nor what was wrong.
/// </summary>
/// <param name="directory">The sources that are turned on.</param>
/// <param name="blobs">Keeps the bodies.</param>
/// <param name="state">Remembers the deliveries.</param>
/// <param name="jobs">Takes the work.</param>
/// <param name="time">The clock.</param>
/// <param name="random">Gives random bytes, for deliveries without an id; null takes the system's.</param>
public sealed class WebhookReceiver(
    WebhookDirectory directory, IBlobStore blobs, IStateStore state, JobSender jobs, TimeProvider time, Func<int, byte[]>? random = null)
{
    private const int LongestShownId = 200;
    private readonly WebhookDeliveries deliveries = new(state);
    private readonly Func<int, byte[]> random = random ?? RandomNumberGenerator.GetBytes;

    /// <summary>Takes a request.</summary>
    /// <param name="engagement">The engagement as the URL says: any text.</param>
    /// <param name="source">The source as the URL says: any text.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="contentType">The header <c>Content-Type</c>, or null.</param>
    /// <param name="header">Gives a header by its name, whatever the case, or null where it is absent; of one that came several times the values with commas between.</param>
    /// <param name="body">The raw body; read once, never further than its limit.</param>
    /// <param name="cancellationToken">Stops; the sender tries again.</param>
    /// <returns>
    /// 202 taken (also again), 200 for HEAD, 401 whatever does not fit, 405, 413 over 1 MiB, 415 for anything but JSON in UTF-8.
    /// </returns>
    /// <exception cref="OpsException">Storage failed: answer 503 when retriable, else 500; the sender tries again.</exception>
    public async Task<WebhookAnswer> ReceiveAsync(
        string? engagement, string? source, string method, string? contentType, Func<string, string?> header, Stream body, CancellationToken cancellationToken = default)
    {
        if (string.Equals(method, "HEAD", StringComparison.OrdinalIgnoreCase))
            return WebhookAnswer.Alive;
        if (!string.Equals(method, "POST", StringComparison.OrdinalIgnoreCase))
            return WebhookAnswer.WrongMethod;
        if (!IsJson(contentType))
            return WebhookAnswer.WrongType;
        if (await WebhookBody.ReadAsync(body, cancellationToken).ConfigureAwait(false) is not { } bytes)
            return WebhookAnswer.TooLarge;

        var request = new WebhookRequest(header, bytes);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var sender = await directory.FindAsync(engagement ?? "", source ?? "", refused: false, cancellationToken).ConfigureAwait(false);
        if (!WebhookVerifier.Verify(request, sender, now))
        {
            sender = await directory.FindAsync(engagement ?? "", source ?? "", refused: true, cancellationToken).ConfigureAwait(false);
            if (!WebhookVerifier.Verify(request, sender, now))
                return WebhookAnswer.Unknown;
        }

        await TakeAsync(sender, request, now, cancellationToken).ConfigureAwait(false);
        return WebhookAnswer.Accepted;
    }

    // The sender hears of success last: whatever stops this before makes it send again, and what is there already is then only enqueued.
    private async Task TakeAsync(WebhookSender sender, WebhookRequest request, Instant now, CancellationToken cancellationToken)
    {
        var senderId = WebhookVerifier.IdOf(request, sender.Settings);
        var id = senderId is null
            ? $"{sender.Settings.Source}/{Convert.ToHexStringLower(random(16))}"
            : WebhookDeliveries.IdOf(sender.Settings.Source, senderId);
        var known = senderId is null ? null : await deliveries.FindAsync(sender.Engagement, id, cancellationToken).ConfigureAwait(false);
        if (known is null)
        {
            await blobs.WriteAsync(
                sender.Engagement, WebhookDelivery.PathOf(id), (stream, token) => stream.WriteAsync(request.Body, token).AsTask(), cancellationToken).ConfigureAwait(false);
            var delivery = new WebhookDelivery
            {
                Id = id,
                Source = sender.Settings.Source,
                SenderId = senderId?[..Math.Min(senderId.Length, LongestShownId)],
                Received = now,
                Length = request.Body.Length,
            };
            if (!await deliveries.TryAddAsync(sender.Engagement, delivery, cancellationToken).ConfigureAwait(false))
                known = await deliveries.FindAsync(sender.Engagement, id, cancellationToken).ConfigureAwait(false);
        }

        if (known is null or { Outcome: WebhookOutcome.Received })
            await jobs.SendAsync(JobOf(sender.Engagement, sender.Settings.Source, id), cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The work of a delivery.</summary>
    public static WebhookJob JobOf(EngagementId engagement, string source, string delivery) => new(engagement, delivery, source, delivery);

    private static bool IsJson(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type) || type.MediaType is not { } media)
            return false;
        var isJson = media.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || (media.StartsWith("application/", StringComparison.OrdinalIgnoreCase) && media.EndsWith("+json", StringComparison.OrdinalIgnoreCase));
        var charset = type.CharSet?.Trim('"');
        return isJson && (charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase));
    }
}
