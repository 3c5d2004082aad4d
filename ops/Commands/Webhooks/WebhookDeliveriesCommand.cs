using System.CommandLine;
using NodaTime;
using OpsAutomation.Events;
using OpsAutomation.Facts;
using OpsAutomation.Jobs;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary><c>ops webhook deliveries</c>: what came in and went out, with what became of it.</summary>
internal sealed class WebhookDeliveriesCommand : OpsCommand
{
    private const int Shown = 30;
    private readonly Option<string?> from;
    private readonly Option<string?> engagement;
    private readonly Option<bool> all;
    private readonly Option<bool> again;
    private readonly Option<bool> json;

    public WebhookDeliveriesCommand(Session session)
        : base(session, "deliveries", "Show what came in and went out, and what became of it.", "Afficher ce qui est arrivé et parti, et ce qu'il en est advenu.")
    {
        engagement = AddEngagement();
        from = AddValue("--of", "NAME", "one source or endpoint only", "une seule source ou destination");
        all = AddFlag("--all", $"all of them, not the last {Shown}", $"toutes, et non les {Shown} dernières");
        again = AddFlag("--again", "apply again those that were refused, after the mend", "appliquer à nouveau celles qui ont été refusées, après correction");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var named = parsed.GetValue(from)?.Trim();
        var received = new List<WebhookDelivery>();
        await foreach (var delivery in new WebhookDeliveries(open.Home.State).ListAsync(open.Id, named, cancellationToken))
            received.Add(delivery);
        if (parsed.GetValue(again))
            return await RepeatAsync(open, received, cancellationToken);
        var most = parsed.GetValue(all) ? int.MaxValue : Shown;
        var store = new EventStore(open.Home.State);
        var deliveries = new List<EventDelivery>();
        await foreach (var delivery in store.ListAsync(open.Id, named, cancellationToken))
            deliveries.Add(delivery);
        var sent = new List<(EventDelivery Delivery, OutgoingEvent Event)>();
        foreach (var delivery in deliveries.OrderByDescending(one => one.Last).ThenBy(one => one.Event, StringComparer.Ordinal).Take(most))
        {
            if (await store.FindAsync(open.Id, delivery.Event, cancellationToken) is { } happening)
                sent.Add((delivery, happening));
        }

        received = [.. received.OrderByDescending(one => one.Received).ThenBy(one => one.Id, StringComparer.Ordinal)];
        var facts = await new FactStore(open.Home.Blobs, open.Home.State).OpenAsync(open.Id, cancellationToken);
        var awaited = Enum.GetValues<FactType>().Select(type => (Type: type, Records: facts.CountAwaited(type))).Where(one => one.Records > 0).ToList();
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => WebhookDeliveryJson.Write(writer, received.Take(most), sent, awaited, Session.Language));
        else
            Show(received, sent, awaited, most, open.Engagement.Zone);
        return 0;
    }

    private async Task<int> RepeatAsync(OpenEngagement open, List<WebhookDelivery> received, CancellationToken cancellationToken)
    {
        var jobs = new JobSender(open.Home.Jobs, open.Home.Blobs);
        var refused = received.Where(one => one.Outcome == WebhookOutcome.Refused).ToList();
        foreach (var delivery in refused)
            await jobs.SendAsync(WebhookIntake.JobOf(open.Id, delivery.Source, delivery.Id), cancellationToken: cancellationToken);
        Session.Line(Session.Say(
            $"{refused.Count} in the queue again: the app applies them as soon as it runs (ops serve).",
            $"{refused.Count} de nouveau dans la file\u00a0: l'application les applique dès qu'elle tourne (ops serve)."));
        return 0;
    }

    private void Show(
        List<WebhookDelivery> received, List<(EventDelivery Delivery, OutgoingEvent Event)> sent, List<(FactType Type, int Records)> awaited, int most, DateTimeZone zone)
    {
        if (received.Count + sent.Count == 0)
        {
            Session.Line(Session.Say("Nothing has come in or gone out yet.", "Rien n'est encore arrivé ni parti."));
            return;
        }

        var table = new TextTable(
            TextColumn.Left(Session.Say("when", "quand")), TextColumn.Left(), TextColumn.Left(Session.Say("name", "nom")), TextColumn.Left(Session.Say("event", "événement")),
            TextColumn.Left(Session.Say("outcome", "résultat")), TextColumn.Left());
        foreach (var one in received.Take(most))
            table.Add(Moment(one.Received, zone), Session.Say("in", "reçu"), one.Source, one.Types.Count == 0 ? "–" : string.Join(", ", one.Types), Session.Say(WebhookWords.Of(one.Outcome)), Detail(one));
        foreach (var (delivery, happening) in sent)
            table.Add(Moment(delivery.Last, zone), Session.Say("out", "envoyé"), delivery.Endpoint, happening.Type, Session.Say(WebhookWords.Of(delivery.State)), Detail(delivery));
        table.Write(Session.Out);
        foreach (var source in received.GroupBy(one => one.Source, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal))
            Session.Line($"{source.Key}: {string.Join(", ", source.GroupBy(one => one.Outcome).OrderBy(group => group.Key).Select(group => $"{group.Count()} {Session.Say(WebhookWords.Of(group.Key))}"))}{Unknown(source.Sum(one => one.Unknown))}");
        foreach (var (type, records) in awaited)
        {
            var words = Session.Say(FactWords.Of(type));
            Session.Line(Session.Say($"Awaiting the next export: {words} ({records}).", $"En attente du prochain export\u00a0: {words} ({records})."));
        }
    }

    private string Unknown(int events) => events == 0 ? "" : Session.Say(
        $"; {events} of a type that nothing is asked for", $"\u00a0; {events} d'un type pour lequel rien n'est demandé");

    private string Detail(WebhookDelivery one) => one.Reason is { } reason ? Session.Say(reason) : string.Join(", ", one.Effects);

    private string Detail(EventDelivery one)
    {
        var attempts = Session.Say($"{one.Attempts} attempt{(one.Attempts == 1 ? "" : "s")}", $"{one.Attempts} tentative{(one.Attempts < 2 ? "" : "s")}");
        return one.Status is { } status ? $"{attempts}, {status}" : attempts;
    }

    private string Moment(Instant at, DateTimeZone zone) => Session.Locale.ShortMoment(at.InZone(zone).LocalDateTime);
}
