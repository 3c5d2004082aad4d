using System.CommandLine;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Closing;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops close</c>: ends an engagement and writes everything that it has into one archive.</summary>
internal sealed class CloseCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> output;
    private readonly Option<string?> by;
    private readonly Option<bool> yes;

    public CloseCommand(Session session)
        : base(session, "close", "End an engagement and hand over all it has.", "Terminer une mission et remettre tout ce qu'elle contient.")
    {
        engagement = AddEngagement();
        output = AddValue("--out", "FILE", "the zip to write; ENGAGEMENT-handover-DATE.zip by default", "le zip à écrire\u00a0; MISSION-handover-DATE.zip par défaut");
        by = AddValue("--by", "WHO", "who closes it", "qui la termine");
        yes = AddFlag("--yes", "do it; without this it is only said what would be done", "le faire\u00a0; sinon, dire seulement ce qui serait fait");
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var file = parsed.GetValue(output) ?? $"{open.Id}-handover-{open.Today:uuuu-MM-dd}.zip";
        if (!parsed.GetValue(yes))
            throw Unconfirmed(open, file);
        if (File.Exists(file))
        {
            throw OpsException.Refused(
                $"{file} is there already. Name another file with --out.",
                $"{file} existe déjà. Indiquez un autre fichier avec --out.");
        }

        var who = parsed.GetValue(by);
        var closure = await new EngagementCloser(open.Home.State, open.Home.Engagements, Session.Time).RunAsync(open.Engagement, who, cancellationToken);
        var closed = open.Engagement with { State = EngagementState.Closed };
        var standing = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time, keeps: false).ReadAsync(closed, open.Today, open.Today, cancellationToken);
        IReadOnlyList<HandedFile> files = [];
        var archive = new HandoverArchive(open.Home.Blobs, open.Home.State, open.Home.Engagements, Session.Time);
        await LocalFile.WriteAsync(file, async (stream, token) => files = await archive.WriteAsync(standing, stream, token), cancellationToken);
        await new AuditLog(open.Home.State).RecordAsync(
            open.Id, new() { At = Instant.FromDateTimeOffset(Session.Time.GetUtcNow()), Actor = who ?? AuditLog.Operator, Action = AuditAction.EngagementHandedOver, Subject = open.Id.Value }, cancellationToken);
        Tell(open, closure, file, files);
        return 0;
    }

    private void Tell(OpenEngagement open, Closure closure, string file, IReadOnlyList<HandedFile> files)
    {
        var day = Session.Locale.ShortDate(closure.Day);
        Session.Line(open.Engagement.State == EngagementState.Closed
            ? Session.Say($"{open.Engagement.Name} is closed since {day}.", $"{open.Engagement.Name} est terminée depuis le {day}.")
            : Session.Say($"{open.Engagement.Name} is closed: nothing is due, sent or taken in any more.", $"{open.Engagement.Name} est terminée\u00a0: plus rien n'est dû, envoyé ni reçu."));
        var (count, rows) = (Session.Locale.Number(files.Count(one => !one.IsLeftOut)), Session.Locale.Number(files.Sum(one => one.Rows ?? 0)));
        Session.Line(Session.Say(
            $"Handed over: {Path.GetFullPath(file)} · {count} files with {rows} records; open index.html in it.",
            $"Remis\u00a0: {Path.GetFullPath(file)} · {count} fichiers contenant {rows} enregistrements\u00a0; ouvrez-y index.html."));
        foreach (var left in files.Where(one => one.IsLeftOut))
            Session.Line($"{left.Path}{Session.Say(":", "\u00a0:")} {Session.Say(left.What)}");
        Session.Line(open.Engagement.Retention.FactsAfterClose is { } days
            ? Session.Say(
                $"Facts and original exports are removed on {Session.Locale.ShortDate(closure.Day.PlusDays(days))}; records, documents and the audit record stay.",
                $"Les faits et les exports d'origine seront supprimés le {Session.Locale.ShortDate(closure.Day.PlusDays(days))}\u00a0; les enregistrements, les documents et le registre des actes restent.")
            : Session.Say(
                "Facts stay here until retention: factsAfterClose in the engagement's file says for how many days.",
                "Les faits restent ici tant que retention\u00a0: factsAfterClose, dans le fichier de la mission, ne dit pas pour combien de jours."));
    }

    private static OpsException Unconfirmed(OpenEngagement open, string file) => OpsException.Refused(
        $"Nothing was done. With --yes, {open.Engagement.Name} ends today: no more digests, documents, pulls or events, webhooks are answered as unknown, retention starts, and all its data and documents are written to {file}.",
        $"Rien n'a été fait. Avec --yes, la mission {open.Engagement.Name} se termine aujourd'hui\u00a0: plus de points, de documents, de collecte ni d'événements, les webhooks reçoivent la réponse «\u00a0inconnu\u00a0», les durées de conservation commencent, et toutes ses données et tous ses documents sont écrits dans {file}.");
}
