using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Links;

/// <summary>
/// Signs links and verifies them: <c>base64url(payload).base64url(HMAC-SHA256)</c>, where the payload is version, key id, engagement,
/// purpose, expiry and subject, a line each. An engagement has keys of its own, made at first use; the two newest verify, the newest signs.
/// </summary>
/// <param name="secrets">Holds the keys.</param>
/// <param name="engagements">Tells which engagements there are: a stranger's text never reaches the secrets.</param>
/// <param name="time">Tells what has expired.</param>
public sealed class LinkSigner(ISecretStore secrets, IEngagementRegistry engagements, TimeProvider time)
{
    private const string Version = "1";
    private const int LongestToken = 2000;
    private const int KeyBytes = 32;

    /// <summary>A token, made of letters, digits, <c>-</c>, <c>_</c> and one <c>.</c>: a part of a URL's path.</summary>
    /// <param name="link">What it lets its holder do.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<string> SignAsync(SignedLink link, CancellationToken cancellationToken = default)
    {
        if (link.Purpose.Contains('\n', StringComparison.Ordinal))
            throw new ArgumentException("A purpose is one line.", nameof(link));
        var keys = await KeysAsync(link.Engagement, cancellationToken).ConfigureAwait(false);
        if (keys.Count == 0)
        {
            await RotateAsync(link.Engagement, cancellationToken).ConfigureAwait(false);
            // Read again: another process may have made its key at the same time, and both must sign with one that stays.
            keys = await KeysAsync(link.Engagement, cancellationToken).ConfigureAwait(false);
        }

        var payload = Encoding.UTF8.GetBytes(string.Join(
            '\n', Version, IdOf(keys[0]), link.Engagement.Value, link.Purpose,
            link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), link.Subject));
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(keys[0], payload))}";
    }

    /// <summary>What a token lets its holder do, or null: not ours, altered, for another purpose, expired, or signed with a key that ended. Which of these, nobody learns.</summary>
    public async Task<SignedLink?> VerifyAsync(string token, string purpose, CancellationToken cancellationToken = default)
    {
        if (Parse(token) is not { } parsed)
            return null;
        var known = await engagements.FindAsync(parsed.Link.Engagement, cancellationToken).ConfigureAwait(false) is not null;
        var keys = known ? await KeysAsync(parsed.Link.Engagement, cancellationToken).ConfigureAwait(false) : [];
        var key = keys.FirstOrDefault(one => IdOf(one) == parsed.KeyId);
        var expected = HMACSHA256.HashData(key ?? new byte[KeyBytes], parsed.Payload);
        var signed = CryptographicOperations.FixedTimeEquals(expected, parsed.Signature) && key is not null;
        return signed && parsed.Link.Purpose == purpose && Instant.FromDateTimeOffset(time.GetUtcNow()) < parsed.Link.Expires ? parsed.Link : null;
    }

    /// <summary>Signs with a new key from now on. Links of the last key stay good; those of keys before it end.</summary>
    public Task RotateAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        secrets.RotateAsync(engagement, SecretName.Links, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), cancellationToken);

    private async Task<List<byte[]>> KeysAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var values = await secrets.FindAsync(engagement, SecretName.Links, cancellationToken).ConfigureAwait(false);
        return [.. values.Select(value => SHA256.HashData(Encoding.UTF8.GetBytes(value)))];
    }

    // Names the key without telling of it.
    private static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "key id"u8).AsSpan(0, 4));

    private static (SignedLink Link, string KeyId, byte[] Payload, byte[] Signature)? Parse(string token)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var first, var second])
            return null;
        if (Decode(first) is not { } payload || Decode(second) is not { } signature)
            return null;
        return Encoding.UTF8.GetString(payload).Split('\n', 6) is [Version, var keyId, var engagement, var purpose, var expiry, var subject]
            && EngagementId.TryParse(engagement, out var id)
            && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? (new(id, purpose, subject, Instant.FromUnixTimeSeconds(seconds)), keyId, payload, signature)
            : null;
    }

    // Blanks and padding, which decoders forgive, are no part of what we write.
    private static byte[]? Decode(string text) =>
        text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
