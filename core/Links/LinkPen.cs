using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Links;

/// <summary>One key of an engagement, to sign several links with.</summary>
public sealed class LinkPen
{
    private readonly byte[] key;

    internal LinkPen(EngagementId engagement, byte[] key) => (Engagement, this.key) = (engagement, key);

    /// <summary>The engagement.</summary>
    public EngagementId Engagement { get; }

    /// <summary>A token, made of letters, digits, <c>-</c>, <c>_</c> and one <c>.</c>: a part of a URL's path.</summary>
    /// <param name="link">What it lets its holder do, in the pen's engagement.</param>
    public string Sign(SignedLink link)
    {
        if (link.Purpose.Contains('\n', StringComparison.Ordinal) || link.Engagement != Engagement)
            throw new ArgumentException("A purpose is one line, and a pen signs for its engagement only.", nameof(link));
        var payload = Encoding.UTF8.GetBytes(string.Join(
            '\n', LinkSigner.Version, LinkSigner.IdOf(key), link.Engagement.Value, link.Purpose,
            link.Expires.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), link.Subject));
        return $"{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, payload))}";
    }
}
