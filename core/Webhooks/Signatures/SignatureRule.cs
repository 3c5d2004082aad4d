using System.Security.Cryptography;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>How a vendor signs.</summary>
/// <param name="Scheme">The vendor.</param>
/// <param name="Header">The header that carries the signature.</param>
/// <param name="Form">How it carries it.</param>
/// <param name="Signed">What is signed: see <see cref="SignedText"/>.</param>
internal sealed record SignatureRule(WebhookScheme Scheme, string Header, SignatureForm Form, SignedText Signed)
{
    /// <summary>What stands before the code.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The hash of the HMAC.</summary>
    public HashAlgorithmName Hash { get; init; } = HashAlgorithmName.SHA256;

    /// <summary>The header with the moment; null where there is none, and of <see cref="SignatureForm.Fields"/>, which hold it themselves.</summary>
    public string? TimeHeader { get; init; }

    /// <summary>Whether moments are in milliseconds since 1970; else in seconds.</summary>
    public bool InMilliseconds { get; init; }

    /// <summary>How far the moment may be from now, either way; null where none is signed.</summary>
    public Duration? Window { get; init; }

    /// <summary>The header with the id of the message, where it is signed.</summary>
    public string? IdHeader { get; init; }

    /// <summary>Whether the vendor may have signed the URL with its escapes resolved.</summary>
    public bool ResolvesUrl { get; init; }

    /// <summary>The length of a code in bytes.</summary>
    public int CodeLength => Hash == HashAlgorithmName.SHA1 ? HMACSHA1.HashSizeInBytes : HMACSHA256.HashSizeInBytes;
}
