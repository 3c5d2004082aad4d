using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Checklists;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Facts.Changes;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;
using OpsAutomation.Runs;
using OpsAutomation.Webhooks;
using OpsAutomation.Webhooks.Slack;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Jobs;

/// <summary>
/// Queue <c>webhooks</c>: a verified event becomes visible to the exit criteria of milestones, changes the facts that it tells of, and does what the
/// engagement's file asks for its type. Each effect has the delivery's id or none that matters, so that a second run finds it done.
/// </summary>
/// <param name="run">What all handlers have in common.</param>
/// <param name="blobs">Holds the bodies.</param>
/// <param name="state">Holds the records.</param>
/// <param name="jobs">Asks for the figures anew.</param>
/// <param name="time">The clock.</param>
/// <param name="transport">Carries answers to commands; null answers none.</param>
/// <param name="asking">How often figures are asked for; null for the usual.</param>
public sealed class WebhookJobHandler(
    JobRun run, IBlobStore blobs, IStateStore state, JobSender jobs, TimeProvider time, IEventTransport? transport = null, KpiRequestSettings? asking = null)
{
    private const int MostTypes = 20;
    private const int MostEffects = 100;
    private readonly WebhookBodies bodies = new(blobs, state);
    private readonly WebhookDeliveries deliveries = new(state);
    private readonly WebhookEvents events = new(state);
    private readonly WebhookSeen seen = new(state);
    private readonly WebhookRefusals refusals = new(state);
    private readonly WebhookEffects effects = new(new ReadingEntry(blobs, state, time), new LogbookStore(state, time));
    private readonly CardCriteria cards = new(new MilestoneStore(state, time));
    private readonly FactChanges facts = new(state);
    private readonly KpiRequests kpis = new(state, jobs, time, asking ?? new());
    private readonly StandingReader standings = new(blobs, state, time, keeps: false);
    private readonly ChecklistStarter checklists = new(blobs, state, time);
    private readonly SlackCommands commands = new(blobs, state, time, transport);

    /// <summary>Handles a message.</summary>
    /// <returns>What the message became where it failed for good; else null.</returns>
    /// <exception cref="OpsException">Retriable: the host tries again.</exception>
    public Task<DeadLetter?> HandleAsync(string message, CancellationToken cancellationToken = default) =>
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
        if (SlackCommand.TryRead(body, delivery, settings) is { } command)
        {
            var effect = await commands.RunAsync(engagement, settings, command, cancellationToken).ConfigureAwait(false);
            if (effect is not null)
                await kpis.SendAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
            return delivery with { Types = [command.Type], Effects = effect is null ? [] : [effect], Outcome = effect is null ? WebhookOutcome.Kept : WebhookOutcome.Applied };
        }

        using var document = WebhookContent.Parse(body, delivery);
        if (document is null || WebhookContent.Read(document.RootElement, engagement, settings, delivery) is not { } happenings)
            return delivery with { Outcome = WebhookOutcome.Unreadable };
        var types = happenings.Select(one => one.Happening.Type).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostTypes).ToList();
        delivery = delivery with { Types = types, Effects = [], Reason = null, Unknown = happenings.Count(one => !one.IsKnown && !IsAskedFor(engagement, one)) };
        return happenings.All(one => one.Happening.IsTest)
            ? delivery with { Outcome = WebhookOutcome.Tested, Unknown = 0 }
            : await ApplyAsync(engagement, settings, delivery, happenings, cancellationToken).ConfigureAwait(false);
    }

    private async Task<WebhookDelivery> ApplyAsync(
        Engagement engagement, WebhookSettings settings, WebhookDelivery delivery, IReadOnlyList<VendorEvent> happenings, CancellationToken cancellationToken)
    {
        var done = new List<string>();
        var changes = new List<RecordChange>();
        var isAskedFor = false;
        var repeated = 0;
        LocalizedText? reason = null;
        for (var i = 0; i < happenings.Count; i++)
        {
            var one = happenings[i];
            if (one.Happening.IsTest)
                continue;
            if (one.Id is { } id && !await seen.IsFirstAsync(engagement.Id, delivery, id, i, cancellationToken).ConfigureAwait(false))
            {
                repeated++;
                continue;
            }

            isAskedFor |= IsAskedFor(engagement, one);
            changes.AddRange(one.Changes);
            try
            {
                foreach (var record in settings.Events.Where(mapping => mapping.IsOn(one.Happening.Type)).Select(mapping => mapping.Record).OfType<WebhookRecord>())
                    changes.Add(RecordMapping.Read(record, one.Happening.Root, new(engagement, settings, delivery.Received)));
                await ApplyAsync(engagement, settings, delivery, one, i, done, cancellationToken).ConfigureAwait(false);
            }
            catch (OpsException refusal) when (refusal.Kind == FailureKind.Refused)
            {
                // One event that does not fit keeps no other of the same body from being applied.
                reason ??= refusal.Text;
            }
        }

        done.InsertRange(0, changes.Select(change => $"{change.Type.ToString().ToLowerInvariant()} {change.Id}"));
        if (changes.Count > 0)
            await facts.AddAsync(engagement.Id, settings.Source, delivery.Id, changes, cancellationToken).ConfigureAwait(false);
        if (done.Count > 0 && reason is null)
            await refusals.ForgetAsync(engagement.Id, delivery, cancellationToken).ConfigureAwait(false);
        if (done.Count > 0 || isAskedFor)
            await kpis.SendAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        var outcome = reason is not null ? WebhookOutcome.Refused
            : done.Count > 0 ? WebhookOutcome.Applied
            : repeated == happenings.Count ? WebhookOutcome.Repeated
            : WebhookOutcome.Kept;
        return delivery with { Outcome = outcome, Effects = [.. done.Distinct(StringComparer.Ordinal).Take(MostEffects)], Reason = reason };
    }

    // What was done before a refusal stays done, so it is added one by one.
    private async Task ApplyAsync(
        Engagement engagement, WebhookSettings settings, WebhookDelivery delivery, VendorEvent one, int place, List<string> done, CancellationToken cancellationToken)
    {
        var happening = one.Happening;
        foreach (var type in new[] { happening.Type, one.Also }.OfType<string>())
            await events.AddAsync(engagement.Id, delivery.Id, place, new(type, happening.Day, happening.Text), cancellationToken).ConfigureAwait(false);
        if (await cards.MarkAsync(engagement, settings.Source, one, cancellationToken).ConfigureAwait(false) is { } criterion)
            done.Add(criterion);
        done.AddRange(await StartAsync(engagement, delivery, happening, place, cancellationToken).ConfigureAwait(false));
        var mappings = settings.Events.Where(mapping => mapping.Record is null && mapping.IsOn(happening.Type)).ToList();
        for (var i = 0; i < mappings.Count; i++)
            done.Add(await effects.ApplyAsync(engagement, settings.Source, mappings[i], happening, $"webhook/{delivery.Id}/{place}/{i}", cancellationToken).ConfigureAwait(false));
    }

    private async Task<IReadOnlyList<string>> StartAsync(
        Engagement engagement, WebhookDelivery delivery, GenericEvent happening, int place, CancellationToken cancellationToken)
    {
        var rules = engagement.Checklists.Where(rule => rule.IsOn(happening.Type) && (rule.From ?? engagement.Start) <= happening.Day).ToList();
        if (rules.Count == 0 || engagement.State is not (EngagementState.Active or EngagementState.Handover))
            return [];
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        var started = new List<string>();
        foreach (var rule in rules)
        {
            var start = new ChecklistStart(happening.Day, today) { For = Subject(rule, happening), By = $"event {rule.Id}" };
            if (await checklists.StartAsync(standing, rule, $"event/{rule.Id}/{delivery.Id}/{place}", start, cancellationToken).ConfigureAwait(false) is { } checklist)
                started.Add(checklist.Id);
        }

        return started;
    }

    // Who was hired, which client it is: nothing is better than the type of the event once more.
    private static string? Subject(ChecklistRule rule, GenericEvent happening)
    {
        var text = rule.For is { } path ? path.Find(happening.Root) is { } value ? WebhookBody.Text(value) : null : happening.Text == happening.Type ? null : happening.Text;
        return text is not null && CleanText.Clip(text, 16, 120) is { Length: > 0 } clean ? clean : null;
    }

    private static bool IsAskedFor(Engagement engagement, VendorEvent one) =>
        new[] { one.Happening.Type, one.Also }.OfType<string>().Any(type => WebhookEvents.IsAskedFor(engagement, type))
        || engagement.Checklists.Any(rule => rule.IsOn(one.Happening.Type));
}
