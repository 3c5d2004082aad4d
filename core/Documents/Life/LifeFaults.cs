using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>Why an act about a document was not done, and what to do.</summary>
internal static class LifeFaults
{
    public static OpsException NotWritten(Engagement engagement, string kind, Language language) => OpsException.Refused(
        $"{kind} was not written in {(language == Language.French ? "French" : "English")} yet. Write it: ops documents -e {engagement.Id} --kind {kind} --out DIR",
        $"{kind} n'a pas encore été rédigé en {(language == Language.French ? "français" : "anglais")}. Pour l'écrire\u00a0: ops documents -e {engagement.Id} --kind {kind} --out DOSSIER");

    public static OpsException NoDraft(DocumentRecord record) => OpsException.Refused(
        record.Status == DocumentStatus.Retired
            ? $"{record.Kind} is retired and has no draft. A proposal brings it back: ops sop propose --kind {record.Kind}"
            : $"{record.Kind} has no draft: version {record.Latest.Version} is approved or in force already. ops sop show {record.Kind} says since when.",
        record.Status == DocumentStatus.Retired
            ? $"{record.Kind} est retirée et n'a pas de brouillon. Une proposition la ramène\u00a0: ops sop propose --kind {record.Kind}"
            : $"{record.Kind} n'a pas de brouillon\u00a0: la version {record.Latest.Version} est déjà validée ou en vigueur. ops sop show {record.Kind} dit depuis quand.");

    public static OpsException NotInForce(DocumentRecord record) => OpsException.Refused(
        $"{record.Kind} is not in force, so there is nothing to review. ops sop show {record.Kind} says where it stands.",
        $"{record.Kind} n'est pas en vigueur\u00a0: il n'y a rien à revoir. ops sop show {record.Kind} dit où elle en est.");

    public static OpsException Changed() => OpsException.Refused(
        "The text has changed since it was shown. Look at the newest draft and approve that.",
        "Le texte a changé depuis qu'il a été présenté. Relire le brouillon le plus récent et valider celui-là.");
}
