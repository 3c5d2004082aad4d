using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

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
        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Compute(KeyOf(secret), id, timestamp.ToString(CultureInfo.InvariantCulture), body, mac);
        return Version + Convert.ToBase64String(mac);
    }

    /// <summary>The key that a secret stands for: the base64 after <c>whsec_</c>; a secret of another shape is taken as it is.</summary>
    internal static byte[] KeyOf(string secret)
    {
        var text = secret.StartsWith(Prefix, StringComparison.Ordinal) ? secret[Prefix.Length..] : null;
        return text is { Length: > 0 } && Base64.IsValid(text) ? Convert.FromBase64String(text) : Encoding.UTF8.GetBytes(secret);
    }

    private static void Compute(byte[] key, string id, string timestamp, ReadOnlySpan<byte> body, Span<byte> mac)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        Append(hash, id);
        hash.AppendData("."u8);
        Append(hash, timestamp);
        hash.AppendData("."u8);
        hash.AppendData(body);
        hash.GetHashAndReset(mac);
    }

    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(text, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
