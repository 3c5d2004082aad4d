using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>
/// Whether a request is signed by one of two keys. What is done depends on the request alone: every code is compared with what each key
/// gives, in constant time, whether a key is real and whether the moment fits.
/// </summary>
internal static class SignatureCheck
{
    /// <summary>Checks.</summary>
    /// <param name="rule">How the vendor signs.</param>
    /// <param name="text">The signature header.</param>
    /// <param name="request">The request.</param>
    /// <param name="first">The newest key, or null for none.</param>
    /// <param name="second">The key before it, or null for none.</param>
    /// <param name="now">The moment it came.</param>
    public static bool IsSigned(SignatureRule rule, string text, WebhookRequest request, byte[]? first, byte[]? second, Instant now)
    {
        var header = SignatureHeader.Read(rule, text);
        var time = rule.TimeHeader is null ? header.Time : request.Header(rule.TimeHeader) ?? "";
        var id = rule.IdHeader is null ? "" : request.Header(rule.IdHeader) ?? "";
        var parts = new SignedParts(request.Method, time, id, request.Body.Span);
        var urls = !rule.Signed.HasUrl ? [""] : rule.ResolvesUrl ? request.Urls.SelectMany(SignedUrl.FormsOf).Distinct(StringComparer.Ordinal).ToList() : request.Urls;
        var found = false;
        foreach (var url in urls)
        {
            found |= IsAmong(rule, header, parts, url, first ?? SignatureKey.Dummy) & first is not null;
            found |= IsAmong(rule, header, parts, url, second ?? SignatureKey.Dummy) & second is not null;
        }

        return found & IsInTime(rule, time, now) & (rule.IdHeader is null || id.Length > 0);
    }

    private static bool IsAmong(SignatureRule rule, SignatureHeader header, in SignedParts parts, string url, byte[] key)
    {
        Span<byte> code = stackalloc byte[rule.CodeLength];
        using (var hash = IncrementalHash.CreateHMAC(rule.Hash, key))
        {
            rule.Signed.AppendTo(hash, parts, url);
            hash.GetHashAndReset(code);
        }

        var found = false;
        foreach (var given in header.Codes)
            found |= CryptographicOperations.FixedTimeEquals(given, code);
        return found;
    }

    private static bool IsInTime(SignatureRule rule, string time, Instant now)
    {
        if (rule.Window is not { } window)
            return true;
        return long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= (rule.InMilliseconds ? Instant.MaxValue.ToUnixTimeMilliseconds() : Instant.MaxValue.ToUnixTimeSeconds())
            && (rule.InMilliseconds ? Instant.FromUnixTimeMilliseconds(number) : Instant.FromUnixTimeSeconds(number)) is var at
            && at >= now - window && at <= now + window;
    }
}
