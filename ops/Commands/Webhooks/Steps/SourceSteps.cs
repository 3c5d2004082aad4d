using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Commands.Webhooks.Steps;

/// <summary>What is to be entered where, step by step: of a source in the vendor's tool.</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="Source">The source.</param>
/// <param name="Url">Its URL.</param>
/// <param name="Secret">Its secret, where it is ours to tell.</param>
/// <param name="HasSecret">Whether it has one.</param>
internal sealed record SourceSteps(EngagementId Engagement, WebhookSettings Source, string Url, string? Secret, bool HasSecret)
{
    /// <summary>The steps.</summary>
    public IReadOnlyList<LocalizedText> List() => Source.Scheme switch
    {
        WebhookScheme.HubSpot => SalesSteps.HubSpot(this),
        WebhookScheme.Stripe => SalesSteps.Stripe(this),
        WebhookScheme.Intercom => SalesSteps.Intercom(this),
        WebhookScheme.Typeform => SalesSteps.Typeform(this),
        WebhookScheme.Calendly => SalesSteps.Calendly(this),
        WebhookScheme.Slack => WorkSteps.Slack(this),
        WebhookScheme.Trello => WorkSteps.Trello(this),
        WebhookScheme.ClickUp => WorkSteps.ClickUp(this),
        WebhookScheme.GitHub => WorkSteps.GitHub(this),
        WebhookScheme.Notion => WorkSteps.Notion(this),
        _ => ToolSteps.Of(this),
    };

    /// <summary>The step that hands a vendor's secret over; none where it is here.</summary>
    /// <param name="en">What the vendor calls it, and where it is.</param>
    /// <param name="fr">The same in French.</param>
    public IReadOnlyList<LocalizedText> TakeSecret(string en, string fr) => HasSecret
        ? []
        :
        [
            new(
                $"{en}: write it alone into a file, then: ops webhook rotate {Source.Source} -e {Engagement} --secret-file FILE",
                $"{fr}\u00a0: écrivez-le seul dans un fichier, puis\u00a0: ops webhook rotate {Source.Source} -e {Engagement} --secret-file FICHIER"),
        ];
}
