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
    internal const string Version = "1";
    private const int LongestToken = 2000;
    private const int KeyBytes = 32;

    // What takes the place of what there is not, so that a stranger's token costs the same work whatever is wrong with it.
    private static readonly EngagementId Nobody = EngagementId.Parse("nobody");
    private static readonly Parsed Nothing = new(new(Nobody, "", "", Instant.MinValue), "", [], new byte[HMACSHA256.HashSizeInBytes]);

    /// <summary>A token by the newest key, made of letters, digits, <c>-</c>, <c>_</c> and one <c>.</c>: a part of a URL's path.</summary>
    /// <param name="link">What it lets its holder do.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<string> SignAsync(SignedLink link, CancellationToken cancellationToken = default) =>
        (await PenAsync(link.Engagement, cancellationToken).ConfigureAwait(false)).Sign(link);

    /// <summary>The newest key of an engagement, made where there is none.</summary>
    public async Task<LinkPen> PenAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var keys = await KeysAsync(engagement, cancellationToken).ConfigureAwait(false);
        if (keys.Count == 0)
        {
            await RotateAsync(engagement, cancellationToken).ConfigureAwait(false);
            // Read again: another process may have made its key at the same time, and both must sign with one that stays.
            keys = await KeysAsync(engagement, cancellationToken).ConfigureAwait(false);
        }

        return new(engagement, keys[0]);
    }

    /// <summary>What a token lets its holder do, or null: not ours, altered, for another purpose, expired, or signed with a key that ended. Which of these, nobody learns.</summary>
    public async Task<SignedLink?> VerifyAsync(string token, string purpose, CancellationToken cancellationToken = default) =>
        await OpenAsync(token, purpose, cancellationToken).ConfigureAwait(false) is var (link, _) ? link : null;

    /// <summary>Signs with a new key from now on. Links of the last key stay good; those of keys before it end.</summary>
    public Task RotateAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        secrets.RotateAsync(engagement, SecretName.Links, Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes)), cancellationToken);

    /// <summary>The same as <see cref="VerifyAsync"/>, with the key that signed: what it signs in turn ends no later than the token itself would by a rotation.</summary>
    internal async Task<(SignedLink Link, LinkPen Pen)?> OpenAsync(string token, string purpose, CancellationToken cancellationToken)
    {
        var parsed = Parse(token) ?? Nothing;
        var all = await engagements.ListAsync(cancellationToken).ConfigureAwait(false);
        var known = all.Contains(parsed.Link.Engagement);
        var keys = await KeysAsync(known ? parsed.Link.Engagement : Nobody, cancellationToken).ConfigureAwait(false);
        var key = known ? keys.FirstOrDefault(one => IdOf(one) == parsed.KeyId) : null;
        var expected = HMACSHA256.HashData(key ?? new byte[KeyBytes], parsed.Payload);
        var signed = CryptographicOperations.FixedTimeEquals(expected, parsed.Signature) && key is not null;
        return signed && parsed.Link.Purpose == purpose && Instant.FromDateTimeOffset(time.GetUtcNow()) < parsed.Link.Expires
            ? (parsed.Link, new(parsed.Link.Engagement, key!))
            : null;
    }

    // Names the key without telling of it.
    internal static string IdOf(byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, "key id"u8).AsSpan(0, 4));

    private async Task<List<byte[]>> KeysAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var values = await secrets.FindAsync(engagement, SecretName.Links, cancellationToken).ConfigureAwait(false);
        return [.. values.Select(value => SHA256.HashData(Encoding.UTF8.GetBytes(value)))];
    }

    private static Parsed? Parse(string token)
    {
        if (token.Length > LongestToken || token.Split('.') is not [var first, var second])
            return null;
        if (Decode(first) is not { } payload || Decode(second) is not { } signature)
            return null;
        return Encoding.UTF8.GetString(payload).Split('\n', 6) is [Version, var keyId, var engagement, var purpose, var expiry, var subject]
            && EngagementId.TryParse(engagement, out var id)
            && long.TryParse(expiry, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds <= Instant.MaxValue.ToUnixTimeSeconds()
            ? new(new(id, purpose, subject, Instant.FromUnixTimeSeconds(seconds)), keyId, payload, signature)
            : null;
    }

    // Blanks and padding, which decoders forgive, are no part of what we write; nor are bits that decoders drop at the end.
    private static byte[]? Decode(string text)
    {
        if (!text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') || !Base64Url.IsValid(text))
            return null;
        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }

    private sealed record Parsed(SignedLink Link, string KeyId, byte[] Payload, byte[] Signature);
}
