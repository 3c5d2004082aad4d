using System.Security.Cryptography;
using System.Text;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>The key that a secret stands for, in the one length that makes every HMAC cost the same.</summary>
internal static class SignatureKey
{
    // The block of SHA-1 and of SHA-256: HMAC fills shorter keys with zeros and hashes longer ones.
    private const int BlockLength = 64;

    /// <summary>Stands in for a secret that is not there; whatever it signs is refused.</summary>
    public static byte[] Dummy { get; } = Fill(SHA256.HashData("a source that is not there"u8));

    /// <summary>The key of a secret.</summary>
    public static byte[] Of(SignatureRule rule, string secret)
    {
        var key = rule.Scheme == Engagements.WebhookScheme.Standard ? StandardSignature.KeyOf(secret) : Encoding.UTF8.GetBytes(secret);
        return Fill(key.Length > BlockLength ? CryptographicOperations.HashData(rule.Hash, key) : key);
    }

    private static byte[] Fill(byte[] key)
    {
        var block = new byte[BlockLength];
        key.CopyTo(block, 0);
        return block;
    }
}
