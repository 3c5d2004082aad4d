using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>What a name of <c>ops webhook</c> stands for: a source that tells us, or an endpoint that we tell.</summary>
/// <param name="Source">The source, or null.</param>
/// <param name="Endpoint">The endpoint, or null.</param>
internal sealed record WebhookTarget(WebhookSettings? Source, EventSubscription? Endpoint)
{
    /// <summary>The name of its secret.</summary>
    public string Secret => Source is not null ? SecretName.OfWebhook(Source.Source) : SecretName.OfEvents(Endpoint!.Secret);

    /// <summary>Whether its secret is the URL of a chat's webhook.</summary>
    public bool IsChat => Endpoint is { Target: not EventTarget.Events };

    /// <summary>Whether its secret is one of Standard Webhooks.</summary>
    public bool IsSigned => Source is null or { Scheme: WebhookScheme.Standard };

    /// <summary>Who makes its secret.</summary>
    public SecretOrigin Origin => Source is null ? SecretOrigin.Ours : SecretOrigins.Of(Source.Scheme);

    /// <summary>Whether anything has a name.</summary>
    public static bool Has(Engagement engagement, string name) =>
        engagement.Webhooks.Any(one => Same(one.Source, name)) || engagement.Events.Any(one => Same(one.Id, name));

    /// <summary>Finds what has a name.</summary>
    /// <exception cref="OpsException">Refused: nothing has it.</exception>
    public static WebhookTarget Find(Engagement engagement, string name)
    {
        var source = engagement.Webhooks.FirstOrDefault(one => Same(one.Source, name));
        var endpoint = source is null ? engagement.Events.FirstOrDefault(one => Same(one.Id, name)) : null;
        return source is not null || endpoint is not null ? new(source, endpoint) : throw Missing(engagement);
    }

    private static bool Same(string known, string name) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

    private static OpsException Missing(Engagement engagement)
    {
        var names = string.Join(", ", engagement.Webhooks.Select(one => one.Source).Concat(engagement.Events.Select(one => one.Id)));
        return OpsException.Refused(
            $"The engagement's file has no source under webhooks and no endpoint under events of that name. {(names.Length == 0 ? "It has none yet." : $"It has: {names}.")} To add one: ops webhook add NAME -e {engagement.Id}",
            $"Le fichier de la mission n'a ni source sous webhooks ni destination sous events de ce nom. {(names.Length == 0 ? "Il n'en a pas encore." : $"Il contient\u00a0: {names}.")} Pour en ajouter une\u00a0: ops webhook add NOM -e {engagement.Id}");
    }
}
