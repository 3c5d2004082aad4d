using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Outbound;

namespace OpsAutomation.Publishing.WordPress;

/// <summary>Tells what a failed request to a site means, and what to do. What the site answers is not quoted, a code of its own excepted.</summary>
internal static class WordPressFailure
{
    private static readonly LocalizedText Away = new(
        "The WordPress site did not answer, or not in time. Nothing is lost and nothing is published twice: it is tried again by itself.",
        "Le site WordPress n'a pas répondu, ou trop tard. Rien n'est perdu ni publié deux fois\u00a0: un nouvel essai suit de lui-même.");

    /// <summary>No application password is kept for the target.</summary>
    public static OpsException NoPassword(EngagementId engagement, PublishingTarget target) => OpsException.Refused(
        $"There is no application password for {target.Id}. Make one in WordPress (Users, Profile, Application Passwords), then: ops publish -e {engagement} --to {target.Id} --secret-file FILE",
        $"Il n'y a pas de mot de passe d'application pour {target.Id}. Créez-en un dans WordPress (Comptes, Profil, Mots de passe d'application), puis\u00a0: ops publish -e {engagement} --to {target.Id} --secret-file FICHIER");

    /// <summary>Whether WordPress says that it has no such part of its API, as where a plugin took the pages out of it.</summary>
    public static bool IsNoRoute(JsonElement json) => Code(json) is "rest_no_route" or "rest_disabled";

    /// <summary>What came is no page of the API.</summary>
    public static OpsException NoPage() => OpsException.Refused(
        "What the site answered is not the WordPress REST API: open its address with /wp-json behind it in a browser. A security plugin, or permalinks set to Plain, keep it closed (docs/publishing.md).",
        "La réponse du site n'est pas celle de l'API REST de WordPress\u00a0: ouvrez son adresse suivie de /wp-json dans un navigateur. Une extension de sécurité, ou des permaliens «\u00a0simples\u00a0», la ferment (docs/publishing.md).");

    /// <summary>An answer that is no success.</summary>
    public static OpsException Of(HttpResponseMessage answer, JsonElement? json, PublishingTarget target, TimeProvider time)
    {
        var status = (int)answer.StatusCode;
        return status switch
        {
            401 => OpsException.Refused(
                $"WordPress does not accept the user and application password of {target.Id}: check user in the engagement's file, make a new application password and keep it with ops publish --to {target.Id} --secret-file FILE.",
                $"WordPress refuse l'utilisateur et le mot de passe d'application de {target.Id}\u00a0: vérifiez user dans le fichier de la mission, créez un nouveau mot de passe d'application et enregistrez-le avec ops publish --to {target.Id} --secret-file FICHIER."),
            403 => OpsException.Refused(
                $"The WordPress user of {target.Id} may not write pages ({Code(json)}): it needs the role Editor (docs/publishing.md).",
                $"L'utilisateur WordPress de {target.Id} n'a pas le droit d'écrire des pages ({Code(json)})\u00a0: il lui faut le rôle Éditeur (docs/publishing.md)."),
            404 or 405 => NoPage(),
            301 or 302 or 303 or 307 or 308 => OpsException.Refused(
                $"The site of {target.Id} redirects to another address. Give the one that a browser ends at as site in the engagement's file: a password is not sent anywhere else.",
                $"Le site de {target.Id} redirige vers une autre adresse. Indiquez comme site, dans le fichier de la mission, celle où arrive un navigateur\u00a0: un mot de passe n'est envoyé nulle part ailleurs."),
            408 or 425 or 429 or >= 500 => new(FailureKind.Retriable, Away) { RetryAfter = AskedWait.Of(answer, time) },
            _ => OpsException.Refused(
                $"WordPress refuses a page of {target.Id} (status {status}, {Code(json)}). See docs/publishing.md, mend it, then run it again.",
                $"WordPress refuse une page de {target.Id} (statut {status}, {Code(json)}). Voyez docs/publishing.md, corrigez, puis relancez."),
        };
    }

    /// <summary>A failure on the way, or null where it is none of those.</summary>
    public static OpsException? Of(Exception error) => error switch
    {
        HttpRequestException { InnerException: PrivateAddressException } or PrivateAddressException => OpsException.Refused(
            "The WordPress site has no address on the public internet, so nothing was sent there.",
            "Le site WordPress n'a pas d'adresse sur l'internet public\u00a0: rien n'y a été envoyé."),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => OpsException.Refused(
            "The WordPress site has no certificate that can be trusted, so nothing was sent there. Have its operator mend the certificate.",
            "Le site WordPress n'a pas de certificat fiable\u00a0: rien n'y a été envoyé. Faites corriger le certificat par son exploitant."),
        HttpRequestException or IOException or SocketException => new(FailureKind.Retriable, Away, error),
        OperationCanceledException => new(FailureKind.Retriable, Away),
        _ => null,
    };

    // A code is a word of WordPress's, such as rest_cannot_create; anything else could quote what was sent.
    private static string Code(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } answer && answer.TryGetProperty("code", out var code) && code.ValueKind == JsonValueKind.String
        && code.GetString() is { Length: > 0 and <= 60 } word && word.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
            ? word
            : "?";
}
