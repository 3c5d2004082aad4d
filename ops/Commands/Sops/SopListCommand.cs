using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop list</c>: where the documents stand that have a life.</summary>
internal sealed class SopListCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> at;
    private readonly Option<bool> all;
    private readonly Option<bool> json;

    public SopListCommand(Session session)
        : base(session, "list", "Show where the documents stand.", "Afficher où en sont les documents.")
    {
        engagement = AddEngagement();
        at = AddAt();
        all = AddFlag("--all", "retired ones too", "aussi ceux qui sont retirés");
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(at), "--at");
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var report = await SopReport.ReadAsync(open, day ?? open.Today, cancellationToken);
        if (!parsed.GetValue(all))
            report = report with { Lines = [.. report.Lines.Where(line => line.Record.Status != DocumentStatus.Retired)] };
        var asks = await new AskBook(open.Home.State).ListAsync(open.Id, cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => SopOutput.Write(writer, report, asks));
        else
            Show(report, open);
        return 0;
    }

    private void Show(LifeReport report, OpenEngagement open)
    {
        if (report.Lines.Count == 0)
        {
            Session.Line(Session.Say(
                $"No document was written yet: ops documents -e {open.Id} --out DIR", $"Aucun document n'a encore été rédigé\u00a0: ops documents -e {open.Id} --out DOSSIER"));
            return;
        }

        var table = new TextTable(
            TextColumn.Left(), TextColumn.Left(), TextColumn.Left("version"), TextColumn.Left(Session.Say("status", "statut")), TextColumn.Left(Session.Say("owner", "responsable")),
            TextColumn.Left(Session.Say("review", "revue")), TextColumn.Left(Session.Say("read", "lu")));
        foreach (var line in report.Lines)
        {
            var record = line.Record;
            table.Add(
                record.Kind, SopWords.Tag(record.Language), SopWords.Version(Session, record), Session.Say(DocumentStatusWords.Of(record, report.Today)),
                line.Rule.Owner?.Name ?? "–", record is { Status: DocumentStatus.Live, ReviewBy: { } review } ? Session.Locale.ShortDate(review) : "–",
                line.Readers.Count == 0 ? "–" : $"{line.Readers.Count - line.Unread.Count()}/{line.Readers.Count}");
        }

        table.Write(Session.Out);
        foreach (var clash in report.Clashes)
            Session.Line("✕ " + Session.Say(clash.Text));
        foreach (var line in report.Lines.Where(line => line.Record.Conflicts.Count > 0))
        {
            Session.Line(Session.Say(
                $"✕ {line.Record.Kind}: texts in conflict in {string.Join(", ", line.Record.Conflicts)}; the edited one was kept. ops sop resolve {line.Record.Kind}",
                $"✕ {line.Record.Kind}\u00a0: textes en conflit dans {string.Join(", ", line.Record.Conflicts)}\u00a0; le texte modifié est conservé. ops sop resolve {line.Record.Kind}"));
        }
    }
}
