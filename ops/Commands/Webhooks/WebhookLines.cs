using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>Says once what the other side needs: the URL, the secret and the steps.</summary>
internal sealed class WebhookLines(Session session)
{
    /// <summary>Writes it.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="target">The source or endpoint.</param>
    /// <param name="secret">Its newest secret.</param>
    /// <param name="publicUrl">Where the app answers; null where that is not said.</param>
    public void Write(EngagementId engagement, WebhookTarget target, string secret, Uri? publicUrl)
    {
        if (target.IsChat)
        {
            WriteChat(engagement, target.Endpoint!);
            return;
        }

        if (target.Source is { } source)
            session.Line(session.Say("URL:     ", "URL :     ") + UrlOf(engagement, source.Source, publicUrl));
        else
            session.Line(session.Say("Told:    ", "Vers :    ") + target.Endpoint!.Url!.AbsoluteUri);
        session.Line(session.Say("Secret:  ", "Secret :  ") + secret);
        session.Line(session.Say("The secret is shown this once: keep it where the other side keeps its secrets.", "Le secret n'est affiché que cette fois : conservez-le là où l'autre côté garde les siens."));
        session.Line();
        var steps = target.Source is not null
            ? WebhookSteps.Of(target.Source, secret)
            :
            [
                new("Verify each event by Standard Webhooks (standardwebhooks.com) with this secret, and answer 2xx within 10 s.", "Vérifiez chaque événement selon Standard Webhooks (standardwebhooks.com) avec ce secret, et répondez 2xx en moins de 10 s."),
                new("The header webhook-id tells a repetition: the same event may come twice.", "L'en-tête webhook-id signale une répétition : le même événement peut arriver deux fois."),
            ];
        for (var i = 0; i < steps.Count; i++)
            session.Line($"{i + 1}. {session.Say(steps[i])}");
        var name = target.Source?.Source ?? target.Endpoint!.Id;
        session.Line();
        session.Line(session.Say($"Then try it: ops webhook test {name} -e {engagement}", $"Puis essayez : ops webhook test {name} -e {engagement}"));
    }

    // The URL is the secret, and whoever typed it has it.
    private void WriteChat(EngagementId engagement, EventSubscription endpoint)
    {
        var chat = endpoint.Target == EventTarget.Slack ? "Slack" : "Teams";
        session.Line(session.Say(
            $"{endpoint.Id} gets messages in {chat}. The URL of its webhook is kept with the secrets, not in the engagement's file.",
            $"{endpoint.Id} reçoit des messages dans {chat}. L'URL de son webhook est gardée avec les secrets, pas dans le fichier de la mission."));
        session.Line(session.Say($"Then try it: ops webhook test {endpoint.Id} -e {engagement}", $"Puis essayez : ops webhook test {endpoint.Id} -e {engagement}"));
    }

    /// <summary>The URL of a source; a stand-in for the app's address where that is not known.</summary>
    public static string UrlOf(EngagementId engagement, string source, Uri? publicUrl) =>
        $"{publicUrl?.AbsoluteUri.TrimEnd('/') ?? "https://…"}/api/engagements/{engagement}/webhooks/{source}";
}
