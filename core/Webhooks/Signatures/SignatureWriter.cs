using System.Globalization;
using System.Security.Cryptography;
using NodaTime;

namespace OpsAutomation.Webhooks.Signatures;

/// <summary>Signs as a vendor does, for test events.</summary>
internal static class SignatureWriter
{
    /// <summary>Adds the headers of a signed request.</summary>
    /// <param name="headers">The headers.</param>
    /// <param name="rule">How the vendor signs.</param>
    /// <param name="secret">The secret.</param>
    /// <param name="url">The URL as the vendor would know it.</param>
    /// <param name="id">The id of the message.</param>
    /// <param name="body">The raw body.</param>
    /// <param name="now">When it is sent.</param>
    public static void Sign(Dictionary<string, string> headers, SignatureRule rule, string secret, string url, string id, byte[] body, Instant now)
    {
        var time = (rule.InMilliseconds ? now.ToUnixTimeMilliseconds() : now.ToUnixTimeSeconds()).ToString(CultureInfo.InvariantCulture);
        using var hash = IncrementalHash.CreateHMAC(rule.Hash, SignatureKey.Of(rule, secret));
        rule.Signed.AppendTo(hash, new("POST", time, id, body), url);
        var code = hash.GetHashAndReset();
        headers[rule.Header] = rule.Form switch
        {
            SignatureForm.Hex => rule.Prefix + Convert.ToHexStringLower(code),
            SignatureForm.Base64 => rule.Prefix + Convert.ToBase64String(code),
            SignatureForm.Fields => $"t={time},v1={Convert.ToHexStringLower(code)}",
            _ => "v1," + Convert.ToBase64String(code),
        };
        if (rule.TimeHeader is { } timeHeader)
            headers[timeHeader] = time;
        if (rule.IdHeader is { } idHeader)
            headers[idHeader] = id;
    }
}
