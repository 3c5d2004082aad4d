using System.Net.Http.Headers;
using NodaTime;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The edge: verifies a request over its raw bytes, stores it, enqueues it and answers. Nothing of it is read before it is verified, and
/// what is answered tells a stranger neither which engagements there are nor what was wrong.
/// </summary>
/// <param name="directory">The sources that are turned on.</param>
/// <param name="intake">Takes what is verified.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookReceiver(WebhookDirectory directory, WebhookIntake intake, TimeProvider time)
{
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

        await intake.TakeAsync(sender, request, now, cancellationToken).ConfigureAwait(false);
        return WebhookAnswer.Accepted;
    }

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
