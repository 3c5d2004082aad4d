using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements;

/// <summary>A sender of webhooks that is turned on.</summary>
public sealed record WebhookSettings
{
    /// <summary>The last part of the URL: lower-case letters, digits and hyphens.</summary>
    public required string Source { get; init; }

    /// <summary>How requests are verified.</summary>
    public WebhookScheme Scheme { get; init; } = WebhookScheme.Token;

    /// <summary>Of <see cref="WebhookScheme.Token"/>: where the token is.</summary>
    public TokenPlace Place { get; init; } = TokenPlace.Bearer;

    /// <summary>Of <see cref="TokenPlace.Header"/>: the header's name.</summary>
    public string? Header { get; init; }

    /// <summary>Of <see cref="TokenPlace.Basic"/>: the user's name.</summary>
    public string? User { get; init; }

    /// <summary>Of <see cref="WebhookScheme.Token"/>: the header that tells a repeated delivery; null for none.</summary>
    public string? IdHeader { get; init; }

    /// <summary>Of <see cref="WebhookScheme.Token"/>: where the body tells a repeated delivery; null for nowhere.</summary>
    public JsonPath? Id { get; init; }

    /// <summary>Where an event says its type.</summary>
    public JsonPath Type { get; init; } = JsonPath.Parse("$.type");

    /// <summary>What events of some types do beyond being kept.</summary>
    public IReadOnlyList<WebhookMapping> Events { get; init; } = [];

    /// <summary>What a vendor's own stages, lists and statuses mean, by meaning: <c>won</c>, <c>lost</c>, <c>open</c>, <c>closed</c>, <c>done</c>; ids or names, whatever their case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Stages { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Of <see cref="WebhookScheme.Slack"/>: the ids of the users who may mark criteria as done.</summary>
    public IReadOnlyList<string> Users { get; init; } = [];

    /// <summary>Whether the engagement's file asks for an effect of events of a type.</summary>
    internal bool Knows(string? type) => Events.Any(mapping => mapping.IsOn(type));
}
