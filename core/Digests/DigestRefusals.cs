namespace OpsAutomation.Digests;

/// <summary>Why a digest is not sent or approved, in words for the person who asked.</summary>
internal static class DigestRefusals
{
    public static OpsException AlreadySent(int revision, string where) => OpsException.Refused(
        $"This digest was sent already (revision {revision}): {where}. Where its figures changed since, send a correction.",
        $"Ce point hebdomadaire est déjà parti (révision {revision})\u00a0: {where}. Si ses chiffres ont changé depuis, envoyez un rectificatif.");

    public static OpsException Unapproved(DigestApproval? approval) => approval is null
        ? OpsException.Refused(
            "This recipient's digests need an approval first: read it with --preview, then --approve it.",
            "Les points de ce destinataire demandent une validation\u00a0: lisez-le avec --preview, puis validez-le avec --approve.")
        : OpsException.Refused(
            "The digest changed since it was approved: read it again with --preview, then --approve it.",
            "Le point a changé depuis sa validation\u00a0: relisez-le avec --preview, puis validez-le avec --approve.");

    public static OpsException NothingSent() => OpsException.Refused(
        "There is nothing to correct: no digest of this week was sent to this recipient. Send it first.",
        "Il n'y a rien à rectifier\u00a0: aucun point de cette semaine n'est parti à ce destinataire. Envoyez-le d'abord.");

    public static OpsException NothingRevised() => OpsException.Refused(
        "There is nothing to correct: the figures are those that were sent. Import the missing data first.",
        "Il n'y a rien à rectifier\u00a0: les chiffres sont ceux qui ont été envoyés. Importez d'abord les données manquantes.");

    public static OpsException Unsubscribed() => OpsException.Refused(
        "Nothing is sent: this recipient has unsubscribed. Where they ask to receive it again: ops digest resume --to RECIPIENT",
        "Rien n'est envoyé\u00a0: ce destinataire s'est désabonné. S'il demande à le recevoir à nouveau\u00a0: ops digest resume --to DESTINATAIRE");
}
