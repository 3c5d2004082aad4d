using System.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Webhooks.Steps;

/// <summary>The steps in tools that send what somebody put together in them: signed by Standard Webhooks, or with a token.</summary>
internal static class ToolSteps
{
    public static IReadOnlyList<LocalizedText> Of(SourceSteps asked)
    {
        var (source, secret) = (asked.Source, asked.Secret ?? "SECRET");
        List<LocalizedText> steps = [Where(source.Source)];
        steps.Add(new(
            "Method POST, the URL above, content type application/json, body {\"type\": \"…\", …}.",
            "Méthode POST, l'URL ci-dessus, type de contenu application/json, corps {\"type\": \"…\", …}."));
        steps.Add(source switch
        {
            { Scheme: WebhookScheme.Standard } => new(
                "Sign each request by Standard Webhooks (standardwebhooks.com) with the secret above; its libraries take the secret as it is.",
                "Signez chaque requête selon Standard Webhooks (standardwebhooks.com) avec le secret ci-dessus\u00a0; ses bibliothèques prennent le secret tel quel."),
            { Place: TokenPlace.Basic } => new(
                $"Authentication Basic: user {source.User}, password the secret above; or the header Authorization: Basic {Base64($"{source.User}:{secret}")}",
                $"Authentification Basic\u00a0: utilisateur {source.User}, mot de passe le secret ci-dessus\u00a0; ou l'en-tête Authorization: Basic {Base64($"{source.User}:{secret}")}"),
            { Place: TokenPlace.Header } => new(
                $"A header of its own: {source.Header}: {secret}", $"Un en-tête\u00a0: {source.Header}: {secret}"),
            _ => new($"A header of its own: Authorization: Bearer {secret}", $"Un en-tête\u00a0: Authorization: Bearer {secret}"),
        });
        if (source.Scheme == WebhookScheme.Token && source.IdHeader is null && source.Id is null)
        {
            steps.Add(new(
                "Where the tool knows an id of the event, send it in the header webhook-id: a repetition then counts once.",
                "Si l'outil connaît un identifiant de l'événement, envoyez-le dans l'en-tête webhook-id\u00a0: une répétition ne compte alors qu'une fois."));
        }

        return steps;
    }

    private static LocalizedText Where(string source) => source switch
    {
        _ when WebhookSchemes.IsNamed(source, "zapier") => new("In Zapier: add the action Webhooks by Zapier, POST; Payload Type Json.", "Dans Zapier\u00a0: ajoutez l'action Webhooks by Zapier, POST\u00a0; Payload Type Json."),
        _ when WebhookSchemes.IsNamed(source, "make") => new("In Make: add the module HTTP, Make a request; body content type application/json, body input method JSON string.", "Dans Make\u00a0: ajoutez le module HTTP, Make a request (Effectuer une requête)\u00a0; body content type application/json, body input method JSON string."),
        _ when WebhookSchemes.IsNamed(source, "n8n") => new("In n8n: sign in a Code node, then send by an HTTP Request node with the same raw body.", "Dans n8n\u00a0: signez dans un nœud Code, puis envoyez par un nœud HTTP Request avec le même corps brut."),
        _ when WebhookSchemes.IsNamed(source, "pipedrive") => new("In Pipedrive: Tools and apps, Webhooks, Create new webhook, with HTTP Auth.", "Dans Pipedrive\u00a0: Outils et applications, Webhooks, nouveau webhook, avec HTTP Auth."),
        _ when WebhookSchemes.IsNamed(source, "hubspot") => new("In HubSpot: in a workflow, add the action Send a webhook, with a request header.", "Dans HubSpot\u00a0: dans un workflow, ajoutez l'action Envoyer un webhook, avec un en-tête de requête."),
        _ => new("In the tool that sends:", "Dans l'outil qui envoie\u00a0:"),
    };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
