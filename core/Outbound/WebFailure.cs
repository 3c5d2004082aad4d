using System.Net;
using System.Net.Sockets;

namespace OpsAutomation.Outbound;

/// <summary>Tells what the failure to fetch a link means. The link itself may be a secret: it is never quoted.</summary>
internal static class WebFailure
{
    /// <summary>An answer that is no file.</summary>
    public static OpsException Of(HttpResponseMessage response, TimeProvider time)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => OpsException.Refused(
                $"The server wants a sign-in for the link (status {status}). Publish the file to anyone with the link: of a Google Sheet by File, Share, Publish to web; or take a download link of the tool.",
                $"Le serveur demande une identification pour ce lien (statut {status}). Publiez le fichier pour tous ceux qui ont le lien\u00a0: pour un Google Sheet, Fichier, Partager, Publier sur le Web\u00a0; ou prenez un lien de téléchargement de l'outil."),
            HttpStatusCode.NotFound or HttpStatusCode.Gone => OpsException.Refused(
                $"There is nothing behind the link (status {status}): it was removed or is no longer published. Give the new link in the engagement's file.",
                $"Il n'y a rien derrière le lien (statut {status})\u00a0: le fichier a été supprimé ou n'est plus publié. Indiquez le nouveau lien dans le fichier de la mission."),
            HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError => new(FailureKind.Retriable, Failing(status))
            {
                RetryAfter = AskedWait.Of(response, time),
            },
            _ => OpsException.Refused(
                $"The server refuses the link (status {status}). Open the link in a private window of a browser: it must download the file without a sign-in.",
                $"Le serveur refuse le lien (statut {status}). Ouvrez-le dans une fenêtre privée d'un navigateur\u00a0: il doit télécharger le fichier sans identification."),
        };
    }

    /// <summary>A failure on the way, or null where it is none of those.</summary>
    public static OpsException? Of(Exception error) => error switch
    {
        HttpRequestException { InnerException: PrivateAddressException } or PrivateAddressException => NotPublic(),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => OpsException.Retriable(
            "The server of the link is not known: check the link for a slip. It is tried again by itself.",
            "Le serveur du lien est inconnu\u00a0: vérifiez qu'il est bien écrit. Un nouvel essai suit de lui-même."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => OpsException.Refused(
            "The server of the link has no certificate that can be trusted, so nothing was fetched. Take a link of another server, or have its operator mend the certificate.",
            "Le serveur du lien n'a pas de certificat fiable\u00a0: rien n'a été récupéré. Prenez le lien d'un autre serveur, ou faites corriger le certificat par son exploitant."),
        HttpRequestException or IOException or SocketException or OperationCanceledException => OpsException.Retriable(
            "The server of the link did not answer, or not in time. It is tried again by itself.",
            "Le serveur du lien n'a pas répondu, ou trop tard. Un nouvel essai suit de lui-même.",
            error is OperationCanceledException ? null : error),
        _ => null,
    };

    /// <summary>The link leads to a private place.</summary>
    public static OpsException NotPublic() => OpsException.Refused(
        "The link, or what it redirects to, is not an https address on the public internet, so it was not fetched. Give a link that anyone can download from.",
        "Le lien, ou l'adresse vers laquelle il redirige, n'est pas une adresse https de l'internet public\u00a0: rien n'a été récupéré. Indiquez un lien que tout le monde peut télécharger.");

    /// <summary>The link leads from one address to the next without end.</summary>
    public static OpsException Astray() => OpsException.Refused(
        "The link redirects too often, or nowhere. Open it in a private window of a browser, and give the address at which the file is downloaded.",
        "Le lien redirige trop souvent, ou nulle part. Ouvrez-le dans une fenêtre privée d'un navigateur, et indiquez l'adresse à laquelle le fichier se télécharge.");

    private static LocalizedText Failing(int status) => new(
        $"The server of the link is busy or fails (status {status}). It is tried again by itself.",
        $"Le serveur du lien est surchargé ou en panne (statut {status}). Un nouvel essai suit de lui-même.");
}
