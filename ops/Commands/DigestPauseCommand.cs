using System.CommandLine;
using OpsAutomation.Audit;
using OpsAutomation.Digests;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops digest pause</c>: nothing is sent to a recipient for some days, or until resumed.</summary>
internal sealed class DigestPauseCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;
    private readonly Option<string?> from;
    private readonly Option<string?> until;
    private readonly Option<string?> by;

    public DigestPauseCommand(Session session)
        : base(session, "pause", "Send nothing for some days, or until it is resumed.", "Ne rien envoyer pendant quelques jours, ou jusqu'à la reprise.")
    {
        engagement = AddEngagement();
        to = AddValue("--to", "RECIPIENT", "one recipient's id; all of them by default", "l'identifiant d'un destinataire ; tous par défaut");
        from = AddValue("--from", "DATE", "the first day; today by default", "le premier jour ; aujourd'hui par défaut");
        until = AddValue("--until", "DATE", "the last day; until resumed by default", "le dernier jour ; jusqu'à la reprise par défaut");
        by = AddAsker();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var (first, last) = (Values.Date(parsed.GetValue(from), "--from"), Values.Date(parsed.GetValue(until), "--until"));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var sender = new DigestSender(open.Home.State, open.Home.Mailer, Session.Time);
        foreach (var recipient in DigestRecipients.Of(open.Engagement, parsed.GetValue(to)))
        {
            var pause = await sender.PauseAsync(open.Engagement, recipient.Id, first ?? open.Today, last, parsed.GetValue(by) ?? AuditLog.Operator, cancellationToken);
            var days = pause.To is { } end
                ? Session.Locale.PeriodWithYear(pause.From, end)
                : Session.Say($"from {Session.Locale.ShortDate(pause.From)} until resumed", $"du {Session.Locale.ShortDate(pause.From)} jusqu'à la reprise");
            Session.Line(Session.Say($"{recipient.Name}: paused, {days}", $"{recipient.Name} : en pause, {days}"));
        }

        return 0;
    }
}
