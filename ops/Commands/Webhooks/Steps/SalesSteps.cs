namespace OpsAutomation.Ops.Commands.Webhooks.Steps;

/// <summary>The steps in tools of sales, payment and support.</summary>
internal static class SalesSteps
{
    public static IReadOnlyList<LocalizedText> HubSpot(SourceSteps source) =>
    [
        new(
            "In HubSpot: Settings, Integrations, Private Apps (in newer accounts Development, Legacy apps), open or create an app, tab Webhooks, Edit webhooks, Target URL: the URL above.",
            "Dans HubSpot\u00a0: Paramètres, Intégrations, Applications privées (dans les comptes récents Développement, Applications existantes), ouvrez ou créez une application, onglet Webhooks, Modifier les webhooks, URL cible\u00a0: l'URL ci-dessus."),
        new(
            "Create subscription: Deals; Created, Deleted, and Property changed for dealstage, amount and closedate. Subscribe, then Commit changes.",
            "Créer un abonnement\u00a0: Transactions\u00a0; Créé, Supprimé et Propriété modifiée pour dealstage, amount et closedate. Abonnez-vous, puis validez les modifications."),
        .. source.TakeSecret("Tab Auth, Client secret, Show", "Onglet Authentification, Secret client, Afficher"),
        Exactly,
    ];

    public static IReadOnlyList<LocalizedText> Stripe(SourceSteps source) =>
    [
        new(
            "In Stripe: Workbench (or Developers), Webhooks, Add destination, Your account; events charge.succeeded, charge.refunded, invoice.paid, payment_intent.succeeded, customer.subscription.created, .updated and .deleted.",
            "Dans Stripe\u00a0: Workbench (ou Développeurs), Webhooks, Ajouter une destination, Votre compte\u00a0; événements charge.succeeded, charge.refunded, invoice.paid, payment_intent.succeeded, customer.subscription.created, .updated et .deleted."),
        new("Webhook endpoint, payload style Snapshot, Endpoint URL: the URL above.", "Endpoint de webhook, charge utile Instantané (snapshot), URL de l'endpoint\u00a0: l'URL ci-dessus."),
        .. source.TakeSecret("Signing secret (whsec_…), Reveal", "Clé secrète de signature (whsec_…), Révéler"),
    ];

    public static IReadOnlyList<LocalizedText> Intercom(SourceSteps source) =>
    [
        new(
            "In Intercom: Developer Hub, your app, Webhooks, Endpoint URL: the URL above.",
            "Dans Intercom\u00a0: Developer Hub, votre application, Webhooks, Endpoint URL\u00a0: l'URL ci-dessus."),
        new(
            "Topics: conversation.user.created, conversation.admin.replied, conversation.admin.closed, conversation.rating.added. Save.",
            "Topics\u00a0: conversation.user.created, conversation.admin.replied, conversation.admin.closed, conversation.rating.added. Save."),
        .. source.TakeSecret("Basic information, Client secret", "Basic information, Client secret"),
    ];

    public static IReadOnlyList<LocalizedText> Typeform(SourceSteps source) =>
    [
        new(
            "In Typeform: open the form, Connect, Webhooks, Add a webhook, Endpoint: the URL above, Save webhook.",
            "Dans Typeform\u00a0: ouvrez le formulaire, Connect (Connecter), Webhooks, Add a webhook, Endpoint\u00a0: l'URL ci-dessus, Save webhook."),
        new(
            "Edit the webhook, Secret: the secret above, Save changes; then turn it on.",
            "Edit (Modifier) le webhook, Secret\u00a0: le secret ci-dessus, Save changes\u00a0; puis activez-le."),
    ];

    public static IReadOnlyList<LocalizedText> Calendly(SourceSteps source) =>
    [
        new(
            "In Calendly (a paid plan): Integrations & apps, API and webhooks, Personal access tokens, Generate new token.",
            "Dans Calendly (formule payante)\u00a0: Intégrations et applications, API et webhooks, jetons d'accès personnels, créez un jeton."),
        new(
            "Find your organization: curl -H \"Authorization: Bearer TOKEN\" https://api.calendly.com/users/me shows it as current_organization.",
            "Trouvez votre organisation\u00a0: curl -H \"Authorization: Bearer JETON\" https://api.calendly.com/users/me la donne sous current_organization."),
        new(
            "Subscribe, with the secret above as signing_key: " + CalendlyCall(source, "TOKEN", "ORGANIZATION", "SECRET"),
            "Abonnez-vous, avec le secret ci-dessus comme signing_key\u00a0: " + CalendlyCall(source, "JETON", "ORGANISATION", "SECRET")),
    ];

    /// <summary>Said where the URL is part of what is signed.</summary>
    public static LocalizedText Exactly { get; } = new(
        "The URL is part of what is signed: the app's setting Ops__PublicUrl has to be its beginning, to the letter.",
        "L'URL fait partie de ce qui est signé\u00a0: le réglage Ops__PublicUrl de l'application doit en être le début, à la lettre près.");

    private static string CalendlyCall(SourceSteps source, string token, string organization, string secret) =>
        $"curl -X POST https://api.calendly.com/webhook_subscriptions -H \"Authorization: Bearer {token}\" -H \"Content-Type: application/json\""
        + $" -d '{{\"url\":\"{source.Url}\",\"events\":[\"invitee.created\",\"invitee.canceled\"],\"organization\":\"{organization}\",\"scope\":\"organization\",\"signing_key\":\"{secret}\"}}'";
}
