using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Links.Acts;

/// <summary>A digest that awaits approval: of the content that the draft showed, and of no other.</summary>
internal sealed class DigestAct(IBlobStore blobs, IStateStore state, DigestSender sender, TimeProvider time) : ActItem
{
    private readonly DigestLedger ledger = new(state);

    public override async Task<ActView?> ShowAsync(ActVisit visit, CancellationToken cancellationToken) =>
        await FindAsync(visit, cancellationToken).ConfigureAwait(false) is var (view, _) ? view : null;

    public override async Task<ActView?> ActAsync(ActVisit visit, ActForm form, CancellationToken cancellationToken)
    {
        if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is not var (view, context))
            return null;
        if (context is null)
            return view;
        try
        {
            // An empty field leaves a sentence that a command added.
            var sentence = string.IsNullOrWhiteSpace(form.RawNote) ? null : form.RawNote;
            await sender.ApproveAsync(context, visit.Link.Holder.Id, sentence: sentence, cancellationToken: cancellationToken).ConfigureAwait(false);
        }
        catch (OpsException wrong) when (wrong.Kind == FailureKind.WrongUsage)
        {
            return view with { Missed = wrong.Text.In(visit.Locale.Language) };
        }
        catch (OpsException other) when (other.Kind is FailureKind.Refused or FailureKind.Retriable)
        {
            // It left, or somebody else approved it at the same moment: then that is what there is to say.
            if (await FindAsync(visit, cancellationToken).ConfigureAwait(false) is (var now, null))
                return now;
            throw;
        }

        return view with { Fields = null, Said = visit.Say("Approved: it leaves within a quarter of an hour.", "Validé\u00a0: il part dans le quart d'heure.") };
    }

    // The page, and the context where there is something to approve.
    private async Task<(ActView View, DigestContext? Context)?> FindAsync(ActVisit visit, CancellationToken cancellationToken)
    {
        // The OBM's alone: readers do not approve what is written to them.
        if (visit.Link.Holder.IsRecipient
            || visit.Id.Split('/', 3) is not [var monday, var hash, var id]
            || !LocalDatePattern.Iso.Parse(monday).TryGetValue(default, out var week)
            || visit.Engagement.Recipients.FirstOrDefault(one => string.Equals(one.Id, id, StringComparison.OrdinalIgnoreCase)) is not { } recipient)
            return null;
        var view = new ActView
        {
            Title = visit.Say($"Weekly digest of {visit.Label(recipient.Name)}", $"Point hebdomadaire de {visit.Label(recipient.Name)}"),
            Facts = [(visit.Say("Week", "Semaine"), visit.Locale.PeriodWithYear(week, week.PlusDays(6)))],
        };
        var record = await ledger.FindAsync(visit.Engagement.Id, recipient.Id, new DateInterval(week, week.PlusDays(6)), cancellationToken).ConfigureAwait(false);
        if (record?.LastSent is { SentAt: { } sent })
            return (view with { Said = visit.Say($"It left already on {Moment(sent, visit)}.", $"Il est déjà parti le {Moment(sent, visit)}.") }, null);
        var now = time.GetUtcNow().ToInstant();
        if (DigestSchedule.Due(visit.Engagement, now).FirstOrDefault(one => one.Recipient.Id == recipient.Id && one.Period.Start == week) is not { } due)
            return (view with { Hint = visit.Say("It does not wait for an approval any more.", "Il n'attend plus de validation.") }, null);

        var contexts = new DigestContexts(new StandingReader(blobs, state, time, keeps: false), visit.Engagement, visit.Today);
        var context = await contexts.ForAsync(recipient, due.Day, cancellationToken).ConfigureAwait(false);
        var digest = await sender.PreviewAsync(context, cancellationToken: cancellationToken).ConfigureAwait(false);
        view = view with { Lead = visit.Text(digest.Subject), Facts = [.. view.Facts, (visit.Say("First sentence", "Première phrase"), visit.Text(digest.Body.Headline))] };
        if (record?.Approval is { } approval && approval.ContentHash == digest.ContentHash)
        {
            return (view with
            {
                Said = visit.Say(
                    $"Approved already on {Moment(approval.At, visit)} by {visit.Person(approval.By)}.",
                    $"Déjà validé le {Moment(approval.At, visit)} par {visit.Person(approval.By)}."),
            }, null);
        }

        if (digest.ContentHash != hash)
        {
            return (view with
            {
                Missed = visit.Say(
                    "It has changed since the draft that this link came with. Use the link of the newest draft.",
                    "Il a changé depuis le brouillon qui portait ce lien. Utiliser le lien du brouillon le plus récent."),
            }, null);
        }

        return (view with
        {
            Fields = new(visit.Say("Approve", "Valider"))
            {
                Note = visit.Say("A sentence of yours to show (optional, at most 30 words)", "Une phrase à y ajouter (facultatif, 30\u00a0mots au plus)"),
                NoteLength = 240,
            },
        }, context);
    }

    private static string Moment(Instant at, ActVisit visit)
    {
        var local = at.InZone(visit.Engagement.Zone);
        var (day, hour) = (visit.Locale.ShortDate(local.Date), visit.Locale.Time(local.TimeOfDay));
        return visit.Say($"{day} at {hour}", $"{day} à {hour}");
    }
}
