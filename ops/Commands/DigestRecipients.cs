using OpsAutomation.Digests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands;

/// <summary>Whom a digest command is about.</summary>
internal static class DigestRecipients
{
    /// <summary>The one that <c>--to</c> names, else all.</summary>
    public static IReadOnlyList<Recipient> Of(Engagement engagement, string? id)
    {
        if (id is not null)
            return [DigestSender.Recipient(engagement, id)];
        return engagement.Recipients.Count > 0
            ? engagement.Recipients
            : throw OpsException.Refused(
                "The engagement has no recipients: add one under recipients in its file.",
                "La mission n'a pas de destinataire : ajoutez-en un sous recipients dans son fichier.");
    }

    /// <summary>The one that <c>--to</c> names, or the only one that there is.</summary>
    public static Recipient One(Engagement engagement, string? id)
    {
        var all = Of(engagement, id);
        var ids = string.Join(", ", all.Select(recipient => recipient.Id));
        return all.Count == 1
            ? all[0]
            : throw OpsException.WrongUsage(
                $"Whose digest is to be previewed? Add --to with one of: {ids}.",
                $"Quel destinataire faut-il prévisualiser ? Ajoutez --to avec l'un de : {ids}.");
    }
}
