using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Webhooks;

/// <summary>
/// The signature of Standard Webhooks (standardwebhooks.com): HMAC-SHA256 over <c>{id}.{timestamp}.{body}</c>, written <c>v1,</c> and base64.
/// </summary>
public static class StandardSignature
{
    /// <summary>The header with the id of the message: the same over all its attempts.</summary>
    public const string IdHeader = "webhook-id";

    /// <summary>The header with the moment of the attempt, in seconds since 1970.</summary>
    public const string TimestampHeader = "webhook-timestamp";

    /// <summary>The header with the signatures, blanks between them.</summary>
    public const string SignatureHeader = "webhook-signature";

    private const string Prefix = "whsec_";
    private const string Version = "v1,";
    private const int KeyBytes = 32;

    /// <summary>A new secret: <c>whsec_</c> and the base64 of 32 random bytes.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>A signature as the header carries it.</summary>
    public static string Sign(string secret, string id, long timestamp, ReadOnlySpan<byte> body)
    {
        var rule = SignatureRules.Of(WebhookScheme.Standard)!;
        using var hash = IncrementalHash.CreateHMAC(rule.Hash, KeyOf(secret));
        rule.Signed.AppendTo(hash, new("", timestamp.ToString(CultureInfo.InvariantCulture), id, body), url: "");
        return Version + Convert.ToBase64String(hash.GetHashAndReset());
    }

    /// <summary>The key that a secret stands for: the base64 after <c>whsec_</c>; a secret of another shape is taken as it is.</summary>
    internal static byte[] KeyOf(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : null;
        return text is { Length: > 0 } && Base64.IsValid(text) ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(secret);
    }
}
