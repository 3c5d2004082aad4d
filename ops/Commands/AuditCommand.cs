using System.CommandLine;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops audit</c>: who did what in an engagement, or to what belongs to none.</summary>
internal sealed class AuditCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> from;
    private readonly Option<bool> json;

    public AuditCommand(Session session)
        : base(session, "audit", "Show who did what.", "Afficher qui a fait quoi.")
    {
        engagement = AddValue(
            "--engagement", "ENGAGEMENT", "the engagement's id; without it what belongs to none", "l'identifiant de la mission ; sinon ce qui n'appartient à aucune",
            alias: "-e");
        from = AddValue("--from", "DATE", "the first day; all of them by default", "le premier jour ; tous par défaut");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(from), "--from");
        var home = GlobalOptions.HomeOf(parsed);
        if (parsed.GetValue(engagement) is { } named)
        {
            using var open = await Session.OpenEngagementAsync(home, named, cancellationToken);
            return await ShowAsync(open.Home, open.Id, open.Engagement.Zone, day, parsed, cancellationToken);
        }

        using var opened = await Session.OpenHomeAsync(home, cancellationToken);
        return await ShowAsync(opened, EngagementId.App, DateTimeZone.Utc, day, parsed, cancellationToken);
    }

    private async Task<int> ShowAsync(Place home, EngagementId id, DateTimeZone zone, LocalDate? day, ParseResult parsed, CancellationToken cancellationToken)
    {
        var lines = new List<AuditEntry>();
        await foreach (var line in new AuditLog(home.State).ListAsync(id, day?.AtStartOfDayInZone(zone).ToInstant(), cancellationToken))
            lines.Add(line);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => AuditOutput.Write(writer, lines));
        else
            Show(lines, zone);
        return 0;
    }

    private void Show(List<AuditEntry> lines, DateTimeZone zone)
    {
        if (lines.Count == 0)
        {
            Session.Line(Session.Say("Nothing is recorded.", "Rien n'est consigné."));
            return;
        }

        var table = new TextTable(
            TextColumn.Left(Session.Say("when", "quand")), TextColumn.Left(Session.Say("who", "qui")), TextColumn.Left(Session.Say("what", "quoi")), TextColumn.Left());
        foreach (var line in lines)
            table.Add(Session.Locale.ShortMoment(line.At.InZone(zone).LocalDateTime), line.Actor, Session.Say(AuditOutput.WordOf(line.Action)), line.Subject);

        table.Write(Session.Out);
    }
}
