using System.Globalization;

namespace OpsAutomation.Pulls;

/// <summary>What a person has to mend so that a source can be pulled.</summary>
internal static class PullFailure
{
    /// <summary>A link gave a page instead of a file.</summary>
    public static OpsException WebPage() => OpsException.Refused(
        "The link gives a web page and no file. Of a Google Sheet: File, Share, Publish to web, the sheet, Comma-separated values, Publish; then give that link. Of another tool: take the link that downloads the file without signing in.",
        "Le lien donne une page web et non un fichier. Pour un Google Sheet\u00a0: Fichier, Partager, Publier sur le Web, la feuille, Valeurs séparées par des virgules, Publier\u00a0; puis indiquez ce lien. Pour un autre outil\u00a0: prenez le lien qui télécharge le fichier sans identification.");

    /// <summary>A link gave too much.</summary>
    public static OpsException LinkTooLarge(long limit) => OpsException.Refused(
        $"The file behind the link is larger than {Mebibytes(limit)} MiB. Have the tool export less, such as one year, or drop the file into the inbox.",
        $"Le fichier derrière le lien dépasse {Mebibytes(limit)}\u00a0Mio. Faites exporter moins, par exemple une année, ou déposez le fichier dans le dossier inbox.");

    /// <summary>A file at a source is too large.</summary>
    public static LocalizedText TooLarge(string file, long limit) => new(
        $"{file} was not pulled: it is larger than {Mebibytes(limit)} MiB. Have the tool export less, such as one year, or import it with ops import.",
        $"{file} n'a pas été récupéré\u00a0: il dépasse {Mebibytes(limit)}\u00a0Mio. Faites exporter moins, par exemple une année, ou importez-le avec ops import.");

    /// <summary>A file of the inbox has a name that other systems cannot hold.</summary>
    public static LocalizedText UnusableName(string file) => new(
        $"{file} in the inbox was not taken: its name, or that of a folder it is in, holds a character that not every system can store (\\:*?\"<>|), begins or ends with a dot or space, or is too long. Rename it; it is then taken by itself.",
        $"{file}, dans le dossier inbox, n'a pas été pris\u00a0: son nom, ou celui d'un de ses dossiers, contient un caractère que tous les systèmes n'acceptent pas (\\:*?\"<>|), commence ou finit par un point ou une espace, ou est trop long. Renommez-le\u00a0; il sera alors pris de lui-même.");

    /// <summary>The app has nothing to read such a source with.</summary>
    public static OpsException NotSetUp() => OpsException.Refused(
        "Microsoft Graph is not set up, so mailboxes and drives cannot be read: set Ops__Graph__TenantId as docs/graph.md says, or give the source another from.",
        "Microsoft Graph n'est pas configuré\u00a0: les boîtes et les lecteurs ne peuvent pas être lus. Réglez Ops__Graph__TenantId comme l'indique docs/graph.md, ou donnez un autre from à la source.");

    /// <summary>Something that nobody foresaw.</summary>
    public static OpsException Unexpected(Exception fault) => OpsException.Retriable(
        $"Something unexpected went wrong ({fault.GetType().Name}). It is tried again by itself.",
        $"Une erreur inattendue s'est produite ({fault.GetType().Name}). Un nouvel essai suit de lui-même.",
        fault);

    /// <summary>A failure as the log has it: with the sources that it is about.</summary>
    public static OpsException At(SourcePlace place, OpsException reason)
    {
        var ids = string.Join(", ", place.Sources.Select(source => source.Id));
        return new(reason.Kind, new($"{ids}: {reason.Text.En}", $"{ids}\u00a0: {reason.Text.Fr}"), reason);
    }

    private static string Mebibytes(long bytes) => (bytes >> 20).ToString(CultureInfo.InvariantCulture);
}
