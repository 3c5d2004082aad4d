namespace OpsAutomation.Ops.Commands.Webhooks.Steps;

/// <summary>The steps in tools that teams work in.</summary>
internal static class WorkSteps
{
    // Slack shows the address of an app's settings in English only.
    public static IReadOnlyList<LocalizedText> Slack(SourceSteps source) =>
    [
        new("At api.slack.com/apps: open or create an app.", "Sur api.slack.com/apps\u00a0: ouvrez ou créez une application."),
        .. source.TakeSecret("Basic Information, App Credentials, Signing Secret, Show", "Basic Information, App Credentials, Signing Secret, Show"),
        new(
            "Slash Commands, Create New Command: /ops, Request URL: the URL above. Save.",
            "Slash Commands, Create New Command\u00a0: /ops, Request URL\u00a0: l'URL ci-dessus. Save."),
        new(
            "For events: Event Subscriptions, Enable Events, Request URL: the URL above; Slack checks it at once, so the secret comes first. Then Install App.",
            "Pour les événements\u00a0: Event Subscriptions, Enable Events, Request URL\u00a0: l'URL ci-dessus\u00a0; Slack la vérifie aussitôt, le secret doit donc être en place. Puis Install App."),
    ];

    public static IReadOnlyList<LocalizedText> Trello(SourceSteps source) =>
    [
        new(
            "At trello.com/power-ups/admin: open or create a Power-Up, API key, Generate a new API key; the link Token there gives a token for your account.",
            "Sur trello.com/power-ups/admin\u00a0: ouvrez ou créez un Power-Up, API key (clé d'API), Generate a new API key\u00a0; le lien Token y donne un jeton pour votre compte."),
        .. source.TakeSecret("On the same page, Secret", "Sur la même page, Secret"),
        new(
            "The board's id: add .json to the board's address and take the first id.",
            "L'identifiant du tableau\u00a0: ajoutez .json à l'adresse du tableau et prenez le premier id."),
        new("With the app running: " + TrelloCall(source, "KEY", "TOKEN", "BOARD"), "L'application étant en marche\u00a0: " + TrelloCall(source, "CLÉ", "JETON", "TABLEAU")),
        SalesSteps.Exactly,
    ];

    public static IReadOnlyList<LocalizedText> ClickUp(SourceSteps source) =>
    [
        new(
            "In ClickUp: Settings, ClickUp API (Apps), API Token, Generate. The workspace's id is the number in app.clickup.com/NUMBER.",
            "Dans ClickUp\u00a0: Paramètres, ClickUp API (Applications), jeton API, Générer. L'identifiant de l'espace est le nombre dans app.clickup.com/NOMBRE."),
        new("Create the webhook: " + ClickUpCall(source, "TOKEN", "NUMBER"), "Créez le webhook\u00a0: " + ClickUpCall(source, "JETON", "NOMBRE")),
        .. source.TakeSecret("The answer has the secret under webhook.secret", "La réponse contient le secret sous webhook.secret"),
    ];

    // GitHub's pages are in English.
    public static IReadOnlyList<LocalizedText> GitHub(SourceSteps source) =>
    [
        new(
            "In GitHub: the repository's Settings, Webhooks, Add webhook. Payload URL: the URL above. Content type: application/json. Secret: the secret above.",
            "Dans GitHub\u00a0: Settings du dépôt, Webhooks, Add webhook. Payload URL\u00a0: l'URL ci-dessus. Content type\u00a0: application/json. Secret\u00a0: le secret ci-dessus."),
        new("Let me select individual events: Issues, Pull requests. Add webhook.", "Let me select individual events\u00a0: Issues, Pull requests. Add webhook."),
    ];

    public static IReadOnlyList<LocalizedText> Notion(SourceSteps source) =>
    [
        new(
            "With the app running, at notion.so/profile/integrations: open your integration, Webhooks, Create a subscription, Webhook URL: the URL above; choose Page events.",
            "L'application étant en marche, sur notion.so/profile/integrations\u00a0: ouvrez votre intégration, Webhooks, Créer un abonnement, URL du webhook\u00a0: l'URL ci-dessus\u00a0; choisissez les événements de pages."),
        new(
            $"Notion sends its secret to the app at once. See it with: ops webhook handshake {source.Source.Source} -e {source.Engagement}",
            $"Notion envoie aussitôt son secret à l'application. Affichez-le\u00a0: ops webhook handshake {source.Source.Source} -e {source.Engagement}"),
        new(
            "Enter it in Notion: Verify. If Notion refuses it, somebody else's came first: ops webhook rotate with --now, and Resend token in Notion.",
            "Saisissez-le dans Notion\u00a0: Vérifier. Si Notion le refuse, celui d'un autre est arrivé avant\u00a0: ops webhook rotate avec --now, puis renvoyez le jeton dans Notion."),
        new("Give the integration access to the pages: in each, … , Connections.", "Donnez à l'intégration accès aux pages\u00a0: dans chacune, … , Connexions."),
    ];

    private static string TrelloCall(SourceSteps source, string key, string token, string board) =>
        $"curl -X POST \"https://api.trello.com/1/webhooks?key={key}&token={token}&idModel={board}\" --data-urlencode \"callbackURL={source.Url}\"";

    private static string ClickUpCall(SourceSteps source, string token, string workspace) =>
        $"curl -X POST https://api.clickup.com/api/v2/team/{workspace}/webhook -H \"Authorization: {token}\" -H \"Content-Type: application/json\""
        + $" -d '{{\"endpoint\":\"{source.Url}\",\"events\":[\"taskCreated\",\"taskUpdated\",\"taskStatusUpdated\",\"taskDeleted\"]}}'";
}
