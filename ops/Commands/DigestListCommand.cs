using System.CommandLine;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops digest list</c>: who gets the digest when, who is paused, and who has unsubscribed.</summary>
internal sealed class DigestListCommand : OpsCommand
{
    private readonly Option<string?> engagement;

    public DigestListCommand(Session session)
        : base(session, "list", "Show who gets it, who is paused and who has unsubscribed.", "Afficher qui le reçoit, qui est en pause et qui s'est désabonné.")
    {
        engagement = AddEngagement();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        if (open.Engagement.Recipients.Count == 0)
        {
            Session.Line(Session.Say("Nobody gets the digest: add somebody under recipients in the engagement's file.", "Personne ne reçoit le point hebdomadaire\u00a0: ajoutez quelqu'un sous recipients dans le fichier de la mission."));
            return 0;
        }

        var ledger = new DigestLedger(open.Home.State);
        var table = new TextTable(TextColumn.Left(), TextColumn.Left(Session.Say("name", "nom")), TextColumn.Left(Session.Say("due", "échéance")), TextColumn.Left());
        foreach (var recipient in open.Engagement.Recipients)
        {
            var pause = await ledger.FindPauseAsync(open.Id, recipient.Id, cancellationToken);
            table.Add(recipient.Id, recipient.Name, $"{Session.Locale.DayName(recipient.Day)} {Session.Locale.Time(recipient.Time)}", Standing(recipient, pause, open));
        }

        table.Write(Session.Out);
        return 0;
    }

    private string Standing(Recipient recipient, DigestPause? pause, OpenEngagement open) => pause switch
    {
        { IsUnsubscription: true, At: { } at } => Session.Say(
            $"unsubscribed on {Moment(at, open)}, by the link in a digest", $"désabonné le {Moment(at, open)}, par le lien d'un point hebdomadaire"),
        { To: { } last } when last < open.Today => Sent(recipient, open.Today),
        { To: { } last } => Session.Say(
            $"paused {Session.Locale.PeriodWithYear(pause.From, last)}, by {pause.By}", $"en pause, {Session.Locale.PeriodWithYear(pause.From, last)}, par {pause.By}"),
        not null => Session.Say(
            $"paused from {Session.Locale.ShortDate(pause.From)} until resumed, by {pause.By}", $"en pause du {Session.Locale.ShortDate(pause.From)} jusqu'à la reprise, par {pause.By}"),
        null => Sent(recipient, open.Today),
    };

    private string Sent(Recipient recipient, LocalDate today) => recipient.Pause is { } pause && pause.To >= today
        ? Session.Say($"paused {Session.Locale.PeriodWithYear(pause.From, pause.To)}, by the engagement's file", $"en pause, {Session.Locale.PeriodWithYear(pause.From, pause.To)}, par le fichier de la mission")
        : Session.Say("sent", "envoyé");

    private string Moment(Instant at, OpenEngagement open) => Session.Locale.ShortMoment(at.InZone(open.Engagement.Zone).LocalDateTime);
}
