using System.Net.Http.Headers;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The edge: verifies a request over its raw bytes, stores it, enqueues it and answers. Nothing of it is read before it is verified, and
/// what is answered tells a stranger neither which engagements there are nor what was wrong.
/// </summary>
/// <param name="directory">The sources that are turned on.</param>
/// <param name="intake">Takes what is verified.</param>
/// <param name="handshake">Takes a secret that a vendor tells.</param>
/// <param name="addresses">The URLs under which senders know the app.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookReceiver(
    WebhookDirectory directory, WebhookIntake intake, NotionHandshake handshake, WebhookAddresses addresses, TimeProvider time)
{
    /// <summary>Takes a request.</summary>
    /// <param name="call">The request.</param>
    /// <param name="cancellationToken">Stops; the sender tries again.</param>
    /// <returns>
    /// 202 taken (also again), 200 in its place for Slack and Trello, for HEAD and for handshakes, 401 whatever does not fit, 405, 413 over
    /// 1 MiB, 415 for anything but JSON in UTF-8 and Slack's forms.
    /// </returns>
    /// <exception cref="OpsException">Storage failed: answer 503 when retriable, else 500; the sender tries again.</exception>
    public async Task<WebhookAnswer> ReceiveAsync(WebhookCall call, CancellationToken cancellationToken = default)
    {
        if (string.Equals(call.Method, "HEAD", StringComparison.OrdinalIgnoreCase))
            return WebhookAnswer.Alive;
        if (!string.Equals(call.Method, "POST", StringComparison.OrdinalIgnoreCase))
            return WebhookAnswer.WrongMethod;
        var mediaType = MediaTypeOf(call.ContentType);
        if (!IsJson(mediaType) && !(mediaType == WebhookForm.MediaType && MayBeSlack(call)))
            return WebhookAnswer.WrongType;
        if (await WebhookBody.ReadAsync(call.Body, cancellationToken).ConfigureAwait(false) is not { } bytes)
            return WebhookAnswer.TooLarge;

        var request = new WebhookRequest("POST", addresses.Of(call.Target), call.Header, IsJson(mediaType) ? null : mediaType, bytes);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        var (sender, isVerified) = await FindAsync(call, request, now, cancellationToken).ConfigureAwait(false);
        if (!isVerified)
            return await handshake.TryTakeAsync(request, sender, now, cancellationToken).ConfigureAwait(false) ? WebhookAnswer.Alive : WebhookAnswer.Unknown;
        if (request.IsForm && sender.Settings.Scheme != WebhookScheme.Slack)
            return WebhookAnswer.WrongType;
        if (SlackHandshake.Answer(request, sender) is { } answer)
            return answer;
        await intake.TakeAsync(sender, request, now, cancellationToken).ConfigureAwait(false);
        return sender.Settings.Scheme is WebhookScheme.Slack or WebhookScheme.Trello ? WebhookAnswer.Alive : WebhookAnswer.Accepted;
    }

    // A source that was just turned on is found by reading once more. Whether there was a second look depends on the time alone.
    private async Task<(WebhookSender Sender, bool IsVerified)> FindAsync(WebhookCall call, WebhookRequest request, Instant now, CancellationToken cancellationToken)
    {
        var sources = await directory.FindAsync(cancellationToken).ConfigureAwait(false);
        var sender = sources.Find(call);
        if (WebhookVerifier.Verify(request, sender, now))
            return (sender, true);
        if (await directory.FindNewerAsync(sources, cancellationToken).ConfigureAwait(false) is not { } newer)
            return (sender, false);
        sender = newer.Find(call);
        return (sender, WebhookVerifier.Verify(request, sender, now));
    }

    // What the request says of itself, not what the source is.
    private static bool MayBeSlack(WebhookCall call) =>
        WebhookSchemes.DefaultOf(call.Source ?? "") == WebhookScheme.Slack || call.Header(SignatureRules.SlackHeader) is not null;

    private static bool IsJson(string? mediaType) =>
        mediaType == "application/json" || (mediaType?.StartsWith("application/", StringComparison.Ordinal) == true && mediaType.EndsWith("+json", StringComparison.Ordinal));

    // Null of anything that says another charset than UTF-8.
    private static string? MediaTypeOf(string? contentType)
    {
        if (!MediaTypeHeaderValue.TryParse(contentType, out var type))
            return null;
        var charset = type.CharSet?.Trim('"');
        return charset is null || charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("utf8", StringComparison.OrdinalIgnoreCase)
            ? type.MediaType?.ToLowerInvariant()
            : null;
    }
}
