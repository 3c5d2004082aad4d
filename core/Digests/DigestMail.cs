using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Digests;

/// <summary>A digest as a mail: from the engagement's mailbox, answered to the OBM.</summary>
public static class DigestMail
{
    /// <summary>The mail of a digest.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="recipient">Who gets it.</param>
    /// <param name="mailbox">The operator's mailbox, for engagements that name no sender; null for none.</param>
    /// <exception cref="OpsException">Refused: no mailbox is known to send from.</exception>
    public static MailMessage Of(Digest digest, Engagement engagement, Recipient recipient, string? mailbox = null)
    {
        var obm = engagement.PersonAs(PersonRole.Obm);
        var sender = engagement.Sender ?? mailbox ?? obm?.Email ?? throw OpsException.Refused(
            "The digest has no sender: set sender in the engagement's file, or give the OBM an email there.",
            "Le point hebdomadaire n'a pas d'expéditeur\u00a0: indiquez sender dans le fichier de la mission, ou donnez-y un email à l'OBM.");
        return new()
        {
            From = new(sender, obm?.Name ?? engagement.Name),
            SenderTenant = engagement.Sender is null ? null : engagement.SenderTenant,
            To = new(recipient.Email, recipient.Name),
            ReplyTo = obm?.Email is { } reply && !string.Equals(reply, sender, StringComparison.OrdinalIgnoreCase) ? new(reply, obm.Name) : null,
            Subject = digest.Subject,
            Html = digest.Html,
            Text = digest.Text,
            LanguageTag = digest.LanguageTag,
            Headers = digest.Body.Unsubscribe is { } way ? WayOut(way.Url) : new(StringComparer.OrdinalIgnoreCase),
        };
    }

    // RFC 2369 and RFC 8058: what a mail client's own button does.
    internal static Dictionary<string, string> WayOut(Uri url) => new(StringComparer.OrdinalIgnoreCase)
    {
        ["List-Unsubscribe"] = $"<{url.AbsoluteUri}>",
        ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    /// <summary>The key under which a revision is sent at most once: SHA-256 in hexadecimal.</summary>
    public static string Key(EngagementId engagement, DateInterval period, string recipient, int revision)
    {
        // A length before the free text keeps two different fours from reading the same.
        var text = $"digest\n{engagement}\n{DigestPeriod.Id(period)}\n{recipient.Length}\n{recipient}\n{revision}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }
}
