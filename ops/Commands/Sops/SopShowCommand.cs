using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Documents.Life;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Output;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop show</c>: one document, its versions and its people.</summary>
internal sealed class SopShowCommand : OpsCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> engagement;
    private readonly Option<bool> json;

    public SopShowCommand(Session session)
        : base(session, "show", "Show one document: its versions, its people, what is to do.", "Afficher un document\u00a0: ses versions, ses personnes, ce qui reste à faire.")
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        engagement = AddEngagement();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var found = KnownDocument.Find(parsed.GetValue(kind)!);
        var only = UserLanguage.Parse(GlobalOptions.LangOf(parsed));
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var report = await SopReport.ReadAsync(open, open.Today, cancellationToken);
        report = report with { Lines = [.. report.Lines.Where(line => line.Record.Kind == found.Id && (only is null || line.Record.Language == only))] };
        if (report.Lines.Count == 0)
            await new DocumentLife(open.Home.Blobs, open.Home.State, Session.Time).FindAsync(open.Engagement, found.Id, only ?? open.Engagement.Language, open.Today, cancellationToken);
        var asks = await new AskBook(open.Home.State).ListAsync(open.Id, cancellationToken);
        if (parsed.GetValue(json))
            JsonOutput.Write(Session.Out, writer => SopOutput.Write(writer, report, asks));
        else
            foreach (var line in report.Lines)
                Show(line, report, asks, open.Engagement);
        return 0;
    }

    private void Show(LifeLine line, LifeReport report, IReadOnlyList<AskRecord> asks, Engagement engagement)
    {
        var record = line.Record;
        Session.Line($"{record.Title} ({SopWords.Tag(record.Language)}){Session.Say(": ", "\u00a0: ")}{Session.Say(DocumentStatusWords.Of(record, report.Today))}");
        Fact(Session.Say("Version", "Version"), SopWords.Version(Session, record));
        Fact(Session.Say("Owner", "Responsable"), line.Rule.Owner?.Name ?? "–");
        Fact(Session.Say("Approver", "Valideur"), line.Rule.NeedsApproval ? (line.Rule.Approver?.Name ?? "–") + Asked(record.Draft is { } draft && line.Rule.Approver is { } approver ? asks.On(AskPurpose.Approval, approver, record, draft.ContentHash) : null) : Session.Say("none needed", "sans validation"));
        if (record is { Status: DocumentStatus.Live, ReviewBy: { } review })
            Fact(Session.Say("Next review", "Prochaine revue"), Session.Locale.ShortDate(review));
        foreach (var reader in line.Readers)
        {
            Fact(
                Session.Say("Reader", "Lecteur"),
                reader.Person.Name + Asked(asks.On(AskPurpose.Reading, reader.Person, record, record.ContentHash)) + (reader is { HasRead: true, Last: { } read } ? Session.Say($", read on {Session.Locale.ShortDate(read.On)}", $", lu le {Session.Locale.ShortDate(read.On)}")
                    : reader.Last is { } last ? Session.Say($", has read version {last.Version}, not this one", $", a lu la version {last.Version}, pas celle-ci")
                    : Session.Say(", has not read it", ", ne l'a pas lu")));
        }

        foreach (var block in record.Conflicts)
            Fact(Session.Say("In conflict", "En conflit"), block);
        foreach (var clash in report.Clashes)
            Session.Line("✕ " + Session.Say(clash.Text));
        var table = new TextTable(TextColumn.Left(Session.Say("version", "version")), TextColumn.Left(Session.Say("date", "date")), TextColumn.Left(Session.Say("approved by", "validée par")), TextColumn.Left(Session.Say("reason", "motif")));
        foreach (var revision in record.Revisions.Reverse())
        {
            table.Add(
                $"{revision.Version}", Session.Locale.ShortDate(revision.Day), ApproverOf(revision, engagement),
                revision.Note ?? DocumentRevisionWords.Reason(revision, Session.Language));
        }

        table.Write(Session.Out);
    }

    private string ApproverOf(DocumentRevision revision, Engagement engagement)
    {
        string Name(string who) => engagement.FindPerson(who)?.Name ?? who;
        return revision.ApprovedBy is not { } by ? "–" : Name(by) + (revision.ApprovedFor is { } instead ? Session.Say($" for {Name(instead)}", $" pour {Name(instead)}") : "");
    }

    private string Asked(NodaTime.LocalDate? on) => on is { } day ? Session.Say($", asked on {Session.Locale.ShortDate(day)}", $", sollicitation du {Session.Locale.ShortDate(day)}") : "";

    private void Fact(string label, string text) => Session.Line($"  {label}{Session.Say(": ", "\u00a0: ")}{text}");
}
