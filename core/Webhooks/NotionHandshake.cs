using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Notion makes the secret itself and tells it by a request to the new subscription's URL that nobody can verify. It is taken once, and only
/// within an hour of a command that asked for it; the person then enters it in Notion, which refuses any but its own.
/// </summary>
/// <param name="secrets">Keeps the secret, and until when it is awaited.</param>
/// <param name="directory">Is to know the new secret at once.</param>
public sealed class NotionHandshake(ISecretStore secrets, WebhookDirectory directory) : IDisposable
{
    private const int LongestBody = 4096;
    private const int ShortestToken = 16;
    private const int LongestToken = 256;
    private readonly SemaphoreSlim gate = new(1, 1);

    /// <summary>How long a source waits.</summary>
    public static Duration Window { get; } = Duration.FromHours(1);

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    /// <summary>Lets a source wait from now on.</summary>
    /// <returns>Until when.</returns>
    /// <exception cref="OpsException">The store denies access or failed.</exception>
    public static async Task<Instant> AwaitAsync(ISecretStore secrets, EngagementId engagement, string source, Instant now, CancellationToken cancellationToken = default)
    {
        var name = SecretName.OfHandshake(source);
        await secrets.RemoveAsync(engagement, name, cancellationToken).ConfigureAwait(false);
        await secrets.RotateAsync(engagement, name, InstantPattern.General.Format(now + Window), cancellationToken).ConfigureAwait(false);
        return now + Window;
    }

    /// <summary>Until when a source waits, or null; it may be over.</summary>
    public static async Task<Instant?> AwaitedUntilAsync(ISecretStore secrets, EngagementId engagement, string source, CancellationToken cancellationToken = default) =>
        await secrets.FindAsync(engagement, SecretName.OfHandshake(source), cancellationToken).ConfigureAwait(false) is [var text, ..]
        && InstantPattern.General.Parse(text) is { Success: true } until
            ? until.Value
            : null;

    /// <summary>Takes the secret of a request that could not be verified, where its source waits for one or has this one already.</summary>
    internal async Task<bool> TryTakeAsync(WebhookRequest request, WebhookSender sender, Instant now, CancellationToken cancellationToken)
    {
        // Read whoever is asked, so that the time of an answer tells nothing.
        if (TokenOf(request) is not { } token)
            return false;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes(token));
        var isKnown = false;
        for (var i = 0; i < 2; i++)
            isKnown |= CryptographicOperations.FixedTimeEquals(key, sender.SecretDigest(i) ?? new byte[key.Length]);
        if (isKnown && sender.Settings.Scheme == WebhookScheme.Notion)
            return true;
        return sender.AwaitsUntil is not null && await TakeAsync(token, sender, now, cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> TakeAsync(string token, WebhookSender sender, Instant now, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            // The directory may not have heard yet that somebody else was first.
            var (engagement, source) = (sender.Engagement, sender.Settings.Source);
            if (!(await AwaitedUntilAsync(secrets, engagement, source, cancellationToken).ConfigureAwait(false) >= now))
                return false;
            await secrets.RotateAsync(engagement, SecretName.OfWebhook(source), token, cancellationToken).ConfigureAwait(false);
            await secrets.RemoveAsync(engagement, SecretName.OfHandshake(source), cancellationToken).ConfigureAwait(false);
            directory.Forget();
            return true;
        }
        finally
        {
            gate.Release();
        }
    }

    private static string? TokenOf(WebhookRequest request)
    {
        if (request.Body.Length > LongestBody || request.Body.Span.IndexOf("\"verification_token\""u8) < 0)
            return null;
        using var document = WebhookBody.Parse(request.Body);
        return document?.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("verification_token", out var value) && value.ValueKind == JsonValueKind.String && WebhookBody.Text(value) is { Length: >= ShortestToken and <= LongestToken } token
            && token.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')
                ? token
                : null;
    }
}
