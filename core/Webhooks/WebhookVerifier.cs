using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Tells whether a request comes from the source that its URL names. What that costs depends on the request alone, never on what is wrong
/// with it or on whether the source exists: a token is always looked at, and each signature header that came is computed with two keys,
/// real ones of the source's scheme or dummies.
/// </summary>
internal static class WebhookVerifier
{
    // GitHub sends two. Of who sends more nothing is computed, so that nobody has every vendor's code made of a large body.
    private const int MostSignatures = 2;

    /// <summary>Verifies.</summary>
    /// <param name="request">The request.</param>
    /// <param name="sender">The source, or <see cref="WebhookSender.Nobody"/>.</param>
    /// <param name="now">The moment it came.</param>
    /// <returns>Whether it is the source's.</returns>
    public static bool Verify(WebhookRequest request, WebhookSender sender, Instant now)
    {
        var found = HoldsToken(request, sender) & sender.Settings.Scheme == WebhookScheme.Token;
        var signed = SignatureRules.All.Where(rule => request.Header(rule.Header) is not null).ToList();
        if (signed.Count > MostSignatures)
            return found;
        foreach (var rule in signed)
        {
            var isIts = rule.Scheme == sender.Settings.Scheme;
            found |= SignatureCheck.IsSigned(rule, request.Header(rule.Header)!, request, isIts ? sender.Key(0) : null, isIts ? sender.Key(1) : null, now);
        }

        return found;
    }

    private static bool HoldsToken(WebhookRequest request, WebhookSender sender)
    {
        var settings = sender.Settings;
        var given = settings.Place == TokenPlace.Header ? request.Header(settings.Header ?? "") : Credentials(request, settings.Place);
        // Digests have one length, so that a comparison tells nothing of the token's.
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(given ?? ""), digest);
        var isToken = settings.Scheme == WebhookScheme.Token;
        var found = Equal(digest, isToken ? sender.Key(0) : null);
        found |= Equal(digest, isToken ? sender.Key(1) : null);
        return found & given is { Length: > 0 };
    }

    private static bool Equal(ReadOnlySpan<byte> digest, byte[]? expected) =>
        CryptographicOperations.FixedTimeEquals(digest, expected ?? SignatureKey.Dummy.AsSpan(0, digest.Length)) & expected is not null;

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
}
