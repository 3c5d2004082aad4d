using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Life;

/// <summary>Why an act about a document was not done, and what to do.</summary>
internal static class LifeFaults
{
    public static OpsException NotWritten(Engagement engagement, string kind, Language language) => DocumentLibrary.OwnKind(kind) is not null ? NotProposed(engagement, kind, language) : OpsException.Refused(
        $"{kind} was not written in {(language == Language.French ? "French" : "English")} yet. Write it: ops documents -e {engagement.Id} --kind {kind} --out DIR",
        $"{kind} n'a pas encore été rédigé en {(language == Language.French ? "français" : "anglais")}. Pour l'écrire\u00a0: ops documents -e {engagement.Id} --kind {kind} --out DOSSIER");

    private static OpsException NotProposed(Engagement engagement, string kind, Language language) => OpsException.Refused(
        $"Nobody has proposed {kind} in {(language == Language.French ? "French" : "English")} yet. Propose it: ops sop propose FILE.md --kind {kind} -e {engagement.Id} --by WHO",
        $"Personne n'a encore proposé {kind} en {(language == Language.French ? "français" : "anglais")}. Pour le proposer\u00a0: ops sop propose FICHIER.md --kind {kind} -e {engagement.Id} --by QUI");

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

    public static OpsException NotToRead(DocumentRecord record) => OpsException.Refused(
        $"{record.Kind} is not in force, so there is nothing to read and acknowledge. ops sop show {record.Kind} says where it stands.",
        $"{record.Kind} n'est pas en vigueur\u00a0: il n'y a pas de lecture à demander ni à noter. ops sop show {record.Kind} dit où elle en est.");

    public static OpsException Past(string option) => OpsException.WrongUsage(
        $"{option} is a day that has passed. Give one to come, or leave {option} out.", $"{option} est un jour passé. Indiquez un jour à venir, ou retirez {option}.");

    public static OpsException Changed() => OpsException.Refused(
        "The text has changed since it was shown. Look at the newest draft and approve that.",
        "Le texte a changé depuis qu'il a été présenté. Relire le brouillon le plus récent et valider celui-là.");

    public static OpsException NotApprover(Engagement engagement, DocumentRecord record, Person approver) => OpsException.Refused(
        $"Version {record.Latest.Version} of {record.Kind} is for {approver.Id} to decide, the approver in the engagement's file, or the approver's deputy. Send the link: ops sop link {record.Kind} -e {engagement.Id}. Where {approver.Id} has decided otherwise than by link, say so: --by {approver.Id}; where somebody decides in that place: --for {approver.Id}",
        $"La version {record.Latest.Version} de {record.Kind} relève de {approver.Id}, valideur dans le fichier de la mission, ou de son binôme. Envoyez le lien\u00a0: ops sop link {record.Kind} -e {engagement.Id}. Si {approver.Id} a décidé autrement que par le lien, indiquez-le\u00a0: --by {approver.Id}\u00a0; si quelqu'un décide à sa place\u00a0: --for {approver.Id}");

    public static OpsException TooLong() => OpsException.Refused(
        "The text is longer than a document is: at most 400 000 characters.", "Le texte est plus long qu'un document\u00a0: 400\u202f000 caractères au plus.");

    public static OpsException NoId(string id) => OpsException.WrongUsage(
        $"{MarkdownId(id)} is no id for a document of your own: write sop-own-NAME or playbook-own-NAME in small letters, digits and hyphens, or leave --kind out.",
        $"{MarkdownId(id)} n'est pas un identifiant de document propre\u00a0: écrivez sop-own-NOM ou playbook-own-NOM en minuscules, chiffres et traits d'union, ou retirez --kind.");

    public static OpsException WrittenAnew(DocumentKind kind) => OpsException.Refused(
        $"{kind.Id} is written anew for each meeting: an edit of it would be gone tomorrow. What should stay belongs into its template: templates/LANG/{kind.Id}.md",
        $"{kind.Id} est réécrit pour chaque réunion\u00a0: une modification serait perdue demain. Ce qui doit rester va dans son modèle\u00a0: templates/LANGUE/{kind.Id}.md");

    public static OpsException Unchanged(DocumentRecord record) => OpsException.Refused(
        $"The text says what version {record.Latest.Version} of {record.Kind} says already: nothing was changed.",
        $"Le texte dit déjà ce que dit la version {record.Latest.Version} de {record.Kind}\u00a0: rien n'a été modifié.");

    public static OpsException Clash(DocumentRecord record, IReadOnlyList<string> parts) => OpsException.Refused(
        $"Somebody else changed the same part of {record.Kind} since this text was written out: {string.Join(", ", parts)}. Nothing was stored. Write the document out again and bring your change into that.",
        $"Quelqu'un d'autre a modifié la même partie de {record.Kind} depuis que ce texte a été écrit\u00a0: {string.Join(", ", parts)}. Rien n'a été enregistré. Réécrivez le document et reportez-y votre modification.");

    public static OpsException NoConflict(DocumentRecord record, string? block) => OpsException.Refused(
        block is null ? $"{record.Kind} has no block in conflict." : $"{record.Kind} has no block {MarkdownId(block)} in conflict. In conflict: {(record.Conflicts.Count == 0 ? "none" : string.Join(", ", record.Conflicts))}.",
        block is null ? $"{record.Kind} n'a aucun bloc en conflit." : $"{record.Kind} n'a pas de bloc {MarkdownId(block)} en conflit. En conflit\u00a0: {(record.Conflicts.Count == 0 ? "aucun" : string.Join(", ", record.Conflicts))}.");

    public static OpsException Busy() => OpsException.Retriable(
        "Others are asking the same people at the same moment. Nobody was asked twice: run the command again.",
        "D'autres sollicitent les mêmes personnes au même moment. Personne n'a été sollicité deux fois\u00a0: relancez la commande.");

    private static string MarkdownId(string typed) => Templating.MarkdownText.Clean(typed.Length > 60 ? typed[..60] : typed);
}
