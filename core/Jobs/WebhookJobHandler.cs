using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Logbook;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>webhooks</c>: a verified event becomes visible to the exit criteria of milestones, and does what the engagement's file asks for
/// its type. Each effect has the delivery's id, so that a second run finds it done.
/// </summary>
/// <param name="run">What all handlers have in common.</param>
/// <param name="blobs">Holds the bodies.</param>
/// <param name="state">Holds the records.</param>
/// <param name="jobs">Asks for the figures anew.</param>
/// <param name="time">The clock.</param>
public sealed class WebhookJobHandler(JobRun run, IBlobStore blobs, IStateStore state, JobSender jobs, TimeProvider time)
{
    private const int MostTypes = 20;
    private readonly WebhookBodies bodies = new(blobs, state);
    private readonly WebhookDeliveries deliveries = new(state);
    private readonly WebhookEvents events = new(state);
    private readonly WebhookRefusals refusals = new(state);
    private readonly WebhookEffects effects = new(new ReadingEntry(blobs, state, time), new LogbookStore(state, time));

    /// <summary>Handles a message.</summary>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task HandleAsync(string message, CancellationToken cancellationToken = default) =>
        run.RunAsync<WebhookJob>(JobQueues.Webhooks, message, ApplyAsync, cancellationToken: cancellationToken);

    private async Task ApplyAsync(WebhookJob job, Engagement engagement, CancellationToken cancellationToken)
    {
        // A record that is gone was removed on purpose: there is nothing left to do.
        if (await deliveries.ReadAsync(engagement.Id, job.Delivery, cancellationToken).ConfigureAwait(false) is not var (delivery, entry) || delivery.IsSettled)
            return;
        var settled = await ApplyAsync(engagement, delivery, cancellationToken).ConfigureAwait(false);
        await deliveries.SettleAsync(engagement.Id, entry, settled with { Settled = time.GetUtcNow().ToInstant() }, cancellationToken).ConfigureAwait(false);
        if (settled.Reason is { } reason && await refusals.IsFirstAsync(engagement.Id, settled, cancellationToken).ConfigureAwait(false))
            throw new OpsException(FailureKind.Refused, reason);
    }

    private async Task<WebhookDelivery> ApplyAsync(Engagement engagement, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        // A source that was turned off since is read as one without mappings.
        var settings = engagement.Webhooks.FirstOrDefault(one => one.Source == delivery.Source) ?? new WebhookSettings { Source = delivery.Source };
        var body = await bodies.ReadAsync(engagement.Id, delivery, cancellationToken).ConfigureAwait(false) ?? throw OpsException.Refused(
            "The body of an event is no longer where it was stored, so nothing was done. Ask the sender to send it again.",
            "Le contenu d'un événement n'est plus là où il avait été conservé\u00a0: rien n'a été fait. Demandez à l'expéditeur de l'envoyer à nouveau.");
        using var document = WebhookBody.Parse(body);
        if (document is null || GenericEvent.Read(document.RootElement, settings, engagement.Zone, delivery.Received) is not { } happenings)
            return delivery with { Outcome = WebhookOutcome.Unreadable };
        var types = happenings.Select(happening => happening.Type).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostTypes).ToList();
        delivery = delivery with { Types = types, Effects = [], Reason = null };
        if (happenings.All(happening => happening.IsTest))
            return delivery with { Outcome = WebhookOutcome.Tested };

        var done = new List<string>();
        LocalizedText? reason = null;
        for (var i = 0; i < happenings.Count; i++)
        {
            try
            {
                await ApplyAsync(engagement, settings, delivery, happenings[i], i, done, cancellationToken).ConfigureAwait(false);
            }
            catch (OpsException refusal) when (refusal.Kind == FailureKind.Refused)
            {
                // One event that does not fit keeps no other of the same body from being applied.
                reason ??= refusal.Text;
            }
        }

        if (done.Count > 0 && reason is null)
            await refusals.ForgetAsync(engagement.Id, delivery, cancellationToken).ConfigureAwait(false);
        if (done.Count > 0 || types.Exists(type => WebhookEvents.IsAskedFor(engagement, type)))
            await jobs.SendAsync(new KpiJob(engagement.Id, KpiJobHandler.JobKey), cancellationToken: cancellationToken).ConfigureAwait(false);
        var outcome = reason is not null ? WebhookOutcome.Refused : done.Count > 0 ? WebhookOutcome.Applied : WebhookOutcome.Kept;
        return delivery with { Outcome = outcome, Effects = done, Reason = reason };
    }

    // What was done before a refusal stays done, so it is added one by one.
    private async Task ApplyAsync(
        Engagement engagement,
        WebhookSettings settings,
        WebhookDelivery delivery,
        GenericEvent happening,
        int place,
        List<string> done,
        CancellationToken cancellationToken)
    {
        if (happening.IsTest)
            return;
        if (happening.Type is { } type)
            await events.AddAsync(engagement.Id, delivery.Id, place, new(type, happening.Day, happening.Text), cancellationToken).ConfigureAwait(false);
        var mappings = settings.Events.Where(mapping => string.Equals(mapping.On, happening.Type, StringComparison.OrdinalIgnoreCase)).ToList();
        for (var i = 0; i < mappings.Count; i++)
            done.Add(await effects.ApplyAsync(engagement, settings.Source, mappings[i], happening, $"webhook/{delivery.Id}/{place}/{i}", cancellationToken).ConfigureAwait(false));
    }
}
