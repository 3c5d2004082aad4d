using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Tells whether a request comes from the source that its URL names. Every request costs the same whatever is wrong with it, and whether
/// the source exists: both schemes are computed with two secrets, real ones or dummies.
/// </summary>
internal static class WebhookVerifier
{
    private const string DefaultIdHeader = StandardSignature.IdHeader;
    private static readonly Duration Window = Duration.FromMinutes(5);
    private static readonly byte[] DummyKey = SHA256.HashData("a source that is not there"u8);

    /// <summary>Verifies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sender">The source, or <see cref="WebhookSender.Nobody"/>.</param>
    /// <param name="now">The moment it came.</param>
    /// <returns>Whether it is the source's.</returns>
    public static bool Verify(WebhookRequest request, WebhookSender sender, Instant now)
    {
        var signed = IsSigned(request, sender, now);
        var holdsToken = HoldsToken(request, sender);
        return sender.Settings.Scheme switch
        {
            WebhookScheme.Standard => signed,
            WebhookScheme.Token => holdsToken,
            _ => false,
        };
    }

    /// <summary>The sender's id of the event, or null: of a verified request.</summary>
    public static string? IdOf(WebhookRequest request, WebhookSettings settings)
    {
        if (settings.Scheme == WebhookScheme.Standard)
            return request.Header(StandardSignature.IdHeader);
        if (settings.IdHeader is { } header)
            return Text(request.Header(header));
        return settings.Id is { } path
            ? Text(WebhookBody.Find(request.Body, path))
            : Text(request.Header(DefaultIdHeader)) ?? Text(request.Header("idempotency-key"));
    }

    private static bool IsSigned(WebhookRequest request, WebhookSender sender, Instant now)
    {
        var id = request.Header(StandardSignature.IdHeader) ?? "";
        var timestamp = request.Header(StandardSignature.TimestampHeader) ?? "";
        var signatures = request.Header(StandardSignature.SignatureHeader) ?? "";
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var known = false;
        for (var i = 0; i < 2; i++)
        {
            var isReal = i < sender.Secrets.Count;
            StandardSignature.Compute(isReal ? StandardSignature.KeyOf(sender.Secrets[i]) : DummyKey, id, timestamp, request.Body.Span, mac);
            known |= StandardSignature.IsAmong(signatures, mac) & isReal;
        }

        var inTime = long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            && Instant.FromUnixTimeSeconds(seconds) is var at && at >= now - Window && at <= now + Window;
        return known & inTime & id.Length > 0;
    }

    private static bool HoldsToken(WebhookRequest request, WebhookSender sender)
    {
        var settings = sender.Settings;
        var given = settings.Place == TokenPlace.Header ? request.Header(settings.Header ?? "") : Credentials(request, settings.Place);
        // Hashes have one length, so that a comparison tells nothing of the token's.
        Span<byte> mine = stackalloc byte[SHA256.HashSizeInBytes];
        Span<byte> theirs = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given ?? ""), theirs);
        var known = false;
        for (var i = 0; i < 2; i++)
        {
            var isReal = i < sender.Secrets.Count;
            var token = isReal ? sender.Secrets[i] : "a token that is not there";
            SHA256.HashData(Encoding.UTF8.GetBytes(settings.Place == TokenPlace.Basic ? $"{settings.User}:{token}" : token), mine);
            known |= CryptographicOperations.FixedTimeEquals(mine, theirs) & isReal;
        }

        return known & given is { Length: > 0 };
    }

    private static string? Credentials(WebhookRequest request, TokenPlace place)
    {
        var scheme = place == TokenPlace.Basic ? "Basic " : "Bearer ";
        if (request.Header("authorization") is not { } header || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var value = header[scheme.Length..].Trim();
        if (place == TokenPlace.Bearer)
            return value;
        var bytes = new byte[value.Length];
        return Convert.TryFromBase64String(value, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : null;
    }

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
