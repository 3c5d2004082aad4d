namespace OpsAutomation.Functions.Http;

/// <summary>What people and programs are told of failures that no other part puts in words.</summary>
internal static class Failures
{
    public static LocalizedText BadRequest { get; } = new(
        "The request could not be read. Check the address and the body, then send it again.",
        "La requête n'a pas pu être lue. Vérifiez l'adresse et le contenu, puis renvoyez-la.");

    public static LocalizedText Unexpected { get; } = new(
        "Something unexpected went wrong. Nothing was half done: try again; the app's log has the details.",
        "Une erreur inattendue s'est produite. Rien n'a été fait à moitié\u00a0: réessayez\u00a0; le journal de l'application donne les détails.");

    public static LocalizedText TooLarge { get; } = new(
        "The body is larger than the app takes over HTTP. Send less.",
        "Le contenu est plus volumineux que l'application n'accepte par HTTP. Envoyez-en moins.");

    public static LocalizedText UploadTooLarge(string engagement) => new(
        $"The file is over 100 MiB (104,857,600 bytes), more than the app takes over HTTP. Put it into the inbox instead: in the storage account the container inbox, folder {engagement}/ (or {engagement}/SOURCE/ for the files of one source); on one machine the folder engagements/{engagement}/blobs/inbox/ of the home. It is taken up within 15 minutes.",
        $"Le fichier dépasse 100\u00a0Mio (104\u202f857\u202f600\u00a0octets), plus que l'application n'accepte par HTTP. Déposez-le plutôt dans la boîte de dépôt\u00a0: dans le compte de stockage, conteneur inbox, dossier {engagement}/ (ou {engagement}/SOURCE/ pour les fichiers d'une source)\u00a0; sur une seule machine, le dossier engagements/{engagement}/blobs/inbox/ du répertoire de l'application. Il sera pris en compte dans les 15\u00a0minutes.");

    public static LocalizedText NoKey { get; } = new(
        "This opens with a key or with the signed link of a digest. Use the link of your newest digest, or ask the person who sends it.",
        "Cette adresse s'ouvre avec une clé ou avec le lien signé d'un point hebdomadaire. Utilisez le lien du plus récent, ou demandez-le à la personne qui l'envoie.");

    public static LocalizedText SignIn { get; } = new("Sign in", "Se connecter");

    public static LocalizedText NoEngagement { get; } = new(
        "There is no such engagement. Check the address.",
        "Cette mission n'existe pas. Vérifiez l'adresse.");

    public static LocalizedText NoDocument { get; } = new(
        "There is no such document. Go back to the list of documents.",
        "Ce document n'existe pas. Revenez à la liste des documents.");

    public static LocalizedText NoFeed { get; } = new(
        "This address and token open no feed. Check both; for a new token: ops feed add NAME -e ENGAGEMENT",
        "Cette adresse et ce jeton n'ouvrent aucun flux. Vérifiez-les\u00a0; pour un nouveau jeton\u00a0: ops feed add NOM -e MISSION");

    public static LocalizedText TitleOf(int status) => status switch
    {
        400 => new("Not understood", "Demande incomprise"),
        401 => new("Not allowed", "Non autorisé"),
        404 => new("Not found", "Introuvable"),
        413 => new("Too large", "Trop volumineux"),
        422 => new("Refused", "Refusé"),
        503 => new("Not now", "Pas maintenant"),
        _ => new("Failed", "Échec"),
    };
}
