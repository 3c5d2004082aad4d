using OpsAutomation.Engagements;
using OpsAutomation.Ops.Commands.Webhooks.Steps;
using OpsAutomation.Webhooks;

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
            session.Line(session.Say("URL:     ", "URL\u00a0:     ") + UrlOf(engagement, source.Source, publicUrl));
        else
            session.Line(session.Say("Told:    ", "Vers\u00a0:    ") + target.Endpoint!.Url!.AbsoluteUri);
        if (target.Origin != SecretOrigin.Ours)
        {
            session.Line(session.Say("Secret:  the vendor's, taken; it is not shown", "Secret\u00a0:  celui de l'éditeur, enregistré\u00a0; il n'est pas affiché"));
            WriteSteps(engagement, target.Source!, null, hasSecret: true, publicUrl);
            return;
        }

        session.Line(session.Say("Secret:  ", "Secret\u00a0:  ") + secret);
        session.Line(session.Say("The secret is shown this once: keep it where the other side keeps its secrets.", "Le secret n'est affiché que cette fois\u00a0: conservez-le là où l'autre côté garde les siens."));
        if (target.Source is not null)
        {
            WriteSteps(engagement, target.Source, secret, hasSecret: true, publicUrl);
            return;
        }

        Write(
            engagement,
            target.Endpoint!.Id,
            [
                new("Verify each event by Standard Webhooks (standardwebhooks.com) with this secret, and answer 2xx within 10 s.", "Vérifiez chaque événement selon Standard Webhooks (standardwebhooks.com) avec ce secret, et répondez 2xx en moins de 10 s."),
                new("The header webhook-id tells a repetition: the same event may come twice.", "L'en-tête webhook-id signale une répétition\u00a0: le même événement peut arriver deux fois."),
            ]);
    }

    /// <summary>Writes what is known of a source whose vendor makes the secret, before it is there.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="source">The source.</param>
    /// <param name="publicUrl">Where the app answers; null where that is not said.</param>
    /// <param name="until">Until when the app waits for the vendor to tell it, as people are to read it; null where a person hands it over.</param>
    public void WriteAwaiting(EngagementId engagement, WebhookSettings source, Uri? publicUrl, string? until)
    {
        session.Line(session.Say("URL:     ", "URL\u00a0:     ") + UrlOf(engagement, source.Source, publicUrl));
        session.Line(until is null
            ? session.Say("Secret:  the vendor makes it; nothing is accepted until it is here", "Secret\u00a0:  l'éditeur le crée\u00a0; rien n'est accepté avant qu'il soit ici")
            : session.Say($"Secret:  awaited from the vendor until {until}; the first that comes is taken", $"Secret\u00a0:  attendu de l'éditeur jusqu'à {until}\u00a0; le premier qui arrive est pris"));
        WriteSteps(engagement, source, null, hasSecret: false, publicUrl);
    }

    private void WriteSteps(EngagementId engagement, WebhookSettings source, string? secret, bool hasSecret, Uri? publicUrl) =>
        Write(engagement, source.Source, new SourceSteps(engagement, source, UrlOf(engagement, source.Source, publicUrl), secret, hasSecret).List());

    private void Write(EngagementId engagement, string name, IReadOnlyList<LocalizedText> steps)
    {
        session.Line();
        for (var i = 0; i < steps.Count; i++)
            session.Line($"{i + 1}. {session.Say(steps[i])}");
        session.Line();
        session.Line(session.Say($"Then try it: ops webhook test {name} -e {engagement}", $"Puis essayez\u00a0: ops webhook test {name} -e {engagement}"));
    }

    // The URL is the secret, and whoever typed it has it.
    private void WriteChat(EngagementId engagement, EventSubscription endpoint)
    {
        var chat = endpoint.Target == EventTarget.Slack ? "Slack" : "Teams";
        session.Line(session.Say(
            $"{endpoint.Id} gets messages in {chat}. The URL of its webhook is kept with the secrets, not in the engagement's file.",
            $"{endpoint.Id} reçoit des messages dans {chat}. L'URL de son webhook est gardée avec les secrets, pas dans le fichier de la mission."));
        session.Line(session.Say($"Then try it: ops webhook test {endpoint.Id} -e {engagement}", $"Puis essayez\u00a0: ops webhook test {endpoint.Id} -e {engagement}"));
    }

    /// <summary>The URL of a source; a stand-in for the app's address where that is not known.</summary>
    public static string UrlOf(EngagementId engagement, string source, Uri? publicUrl) =>
        AppAddress.At(publicUrl, WebhookAddresses.PathOf(engagement.Value, source));
}
