using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Locales;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;
using OpsAutomation.Runs;

namespace OpsAutomation.Mornings;

/// <summary>Reads what wants attention in an engagement: where it stands, what waits for approval, and what failed.</summary>
public sealed class MorningReader(IBlobStore blobs, IStateStore state, IMailer mailer, DeadLetterBox box, TimeProvider time)
{
    private readonly StandingReader standings = new(blobs, state, time);
    private readonly DigestRun digests = new(state, new DigestSender(state, mailer, time), time);
    private readonly SourceStatuses sources = new(state);
    private readonly HeartbeatReader heartbeats = new(state, time);

    /// <summary>The items of an engagement, in no order.</summary>
    /// <param name="engagement">The engagement.</param>
    /// <param name="locale">The locale of the reader of the list.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<MorningItem>> ReadAsync(Engagement engagement, Locale locale, CancellationToken cancellationToken = default)
    {
        var today = time.GetUtcNow().ToInstant().InZone(engagement.Zone).Date;
        var standing = await standings.ReadAsync(engagement, today, today, cancellationToken).ConfigureAwait(false);
        var from = new MorningItems(standing.ForDocuments(locale.Language), locale);
        List<MorningItem> items = [.. from.All()];
        string Say(string en, string fr) => locale.Language == Language.French ? fr : en;

        var contexts = new DigestContexts(standings, engagement, today);
        var overdue = await heartbeats.ReadAsync(engagement, cancellationToken).ConfigureAwait(false);
        foreach (var due in await digests.UnsentAsync(engagement, cancellationToken).ConfigureAwait(false))
        {
            var name = CleanText.OneLine(due.Recipient.Name);
            if (!await digests.AwaitsReviewAsync(engagement, due, contexts.ForAsync, cancellationToken).ConfigureAwait(false))
            {
                // One that failed has a line of its own below.
                if (overdue.Any(one => one.Due.Recipient.Id == due.Recipient.Id && one.Reason == OverdueReason.Unknown))
                {
                    items.Add(from.Item(
                        MorningKind.Notice, MorningUrgency.Blocked, "digest/" + due.Recipient.Id, Say($"Weekly digest for {name}: has not left", $"Point hebdomadaire pour {name}\u00a0: n'est pas parti"),
                        due.Day));
                }

                continue;
            }

            items.Add(from.Item(
                MorningKind.Notice, MorningUrgency.Blocked, "digest/" + due.Recipient.Id, Say($"Weekly digest for {name}: waits for your approval", $"Point hebdomadaire pour {name}\u00a0: attend votre validation"),
                due.Day));
        }

        await foreach (var letter in box.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
        {
            if (!letter.IsOpen || UndeliveredEvents.EndpointOf(engagement, letter) is not null)
                continue;
            var what = DeadLetterNotice.WhatOf(letter.Queue).In(locale.Language);
            items.Add(from.Item(MorningKind.Notice, MorningUrgency.Blocked, letter.Id, $"{what} (ops replay {letter.Id})", letter.FirstSeen.InZone(engagement.Zone).Date));
        }

        // One line an endpoint, however much it missed.
        foreach (var missed in await UndeliveredEvents.OfAsync(state, engagement, cancellationToken).ConfigureAwait(false))
        {
            var replay = missed.Count == 1 ? $"ops replay {missed.Letter}" : "ops replay";
            var number = locale.Number(missed.Count, 0);
            items.Add(from.Item(
                MorningKind.Notice,
                MorningUrgency.Blocked,
                "events/" + missed.Endpoint,
                Say($"Events to {missed.Endpoint} could not be delivered: {number} ({replay})", $"Événements vers {missed.Endpoint} non livrés\u00a0: {number} ({replay})"),
                missed.Since.InZone(engagement.Zone).Date));
        }

        await foreach (var status in sources.ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false))
        {
            var source = engagement.Sources.FirstOrDefault(known => known.Id.Equals(status.Source, StringComparison.OrdinalIgnoreCase));
            if (source is null || status is not { Problem: { } problem, Since: { } since })
                continue;
            var name = CleanText.Clip(source.Name, 24, 160);
            items.Add(from.Item(
                MorningKind.Source,
                status.IsPrecondition ? MorningUrgency.Blocked : MorningUrgency.Undated,
                "source/" + source.Id,
                $"{name}{Say(":", "\u00a0:")} {CleanText.Clip(problem.In(locale.Language), 40, 240)}",
                since.InZone(engagement.Zone).Date));
        }

        return items;
    }
}
