using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop reject</c>: a draft is turned down, and what is in force stays.</summary>
internal sealed class SopRejectCommand : SopActCommand
{
    private readonly Option<string?> instead;

    public SopRejectCommand(Session session)
        : base(session, "reject", "Turn a draft down: what is in force stays.", "Refuser un brouillon\u00a0: ce qui est en vigueur le reste.") =>
        instead = AddFor();

    protected override string? ForOf(ParseResult parsed) => parsed.GetValue(instead);

    protected override Task<IReadOnlyList<Language>> ThoseOfAsync(
        DocumentLife life, OpenEngagement open, DocumentKind kind, IReadOnlyList<Language> languages, CancellationToken cancellationToken) =>
        WhereAsync(life, open, kind, languages, record => record.Draft is not null, cancellationToken);

    protected override Task<DocumentRecord> DoAsync(DocumentLife life, OpenEngagement open, string kind, Language language, LifeAct act, CancellationToken cancellationToken) =>
        life.RejectAsync(open.Engagement, kind, language, act, cancellationToken);

    protected override string Said(DocumentRecord record, OpenEngagement open) => record.Status == DocumentStatus.Live
        ? Session.Say($"draft turned down; version {record.Version} stays in force", $"brouillon refusé\u00a0; la version {record.Version} reste en vigueur")
        : Session.Say("draft turned down; nothing is in force", "brouillon refusé\u00a0; rien n'est en vigueur");
}
