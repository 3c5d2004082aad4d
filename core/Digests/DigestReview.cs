using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;

namespace OpsAutomation.Digests;

/// <summary>The mail that asks the OBM to read a digest before it leaves: the digest itself, below what there is to do.</summary>
internal static class DigestReview
{
    /// <summary>What there is to do, in the client's language.</summary>
    public static IReadOnlyList<string> Notice(Engagement engagement, DueDigest due)
    {
        var french = engagement.Language == Language.French;
        var name = CleanText.Clip(due.Recipient.Name, 8, 60);
        var command = $"ops digest -e {engagement.Id} --to {due.Recipient.Id} --at {NodaTime.Text.LocalDatePattern.Iso.Format(due.Day)} --approve";
        return french
            ?
            [
                $"À relire\u00a0: le point hebdomadaire pour {name}. {Otherwise(engagement, due)}",
                $"Pour valider\u00a0: {command}",
                "Pour ajouter une phrase\u00a0: la même commande avec --sentence \"…\" (30\u00a0mots au plus).",
            ]
            :
            [
                $"For review: the weekly digest of {name}. {Otherwise(engagement, due)}",
                $"To approve: {command}",
                "To add a sentence: the same command with --sentence \"…\" (at most 30 words).",
            ];
    }

    /// <summary>The digest's own mail, sent to the OBM instead of its reader, or to the sending mailbox where she has no address.</summary>
    public static MailMessage Mail(Digest digest, MailMessage own, Engagement engagement) => own with
    {
        To = engagement.PersonAs(PersonRole.Obm) is { Email: { } address } obm ? new(address, obm.Name) : own.From,
        ReplyTo = null,
        Subject = (engagement.Language == Language.French ? "À relire · " : "For review · ") + digest.Subject,
    };

    /// <summary>What is asked at most once: this content of this digest.</summary>
    public static string Key(Digest digest)
    {
        var text = $"review\n{digest.Engagement}\n{DigestPeriod.Id(digest.Period)}\n{digest.Recipient.Length}\n{digest.Recipient}\n{digest.Revision}\n{digest.ContentHash}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    // What happens to a digest that nobody approves.
    private static string Otherwise(Engagement engagement, DueDigest due)
    {
        var french = engagement.Language == Language.French;
        if (!due.Recipient.SendUnapproved || due.LatestAt is not { } latest)
            return french ? "Il attend votre validation." : "It waits for your approval.";
        var local = latest.InZone(engagement.Zone);
        var (day, time) = (engagement.Locale.DayMonth(local.Date), $"{local.Hour:00}:{local.Minute:00}");
        return french ? $"Sans validation, il part le {day} à {time}." : $"Without approval it leaves on {day} at {time}.";
    }
}
