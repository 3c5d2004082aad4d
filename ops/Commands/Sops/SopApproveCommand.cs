using System.CommandLine;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop approve</c>: a draft comes into force, at once or on a day.</summary>
internal sealed class SopApproveCommand : SopActCommand
{
    private readonly Option<string?> from;
    private readonly Option<string?> instead;

    public SopApproveCommand(Session session)
        : base(session, "approve", "Approve a draft: it comes into force.", "Valider un brouillon\u00a0: il entre en vigueur.")
    {
        from = AddValue("--from", "DATE", "the first day it is in force; today by default", "le premier jour où il est en vigueur\u00a0; aujourd'hui par défaut");
        instead = AddFor();
    }

    protected override string? ForOf(ParseResult parsed) => parsed.GetValue(instead);

    protected override LocalDate? DayOf(ParseResult parsed) => Values.Date(parsed.GetValue(from), "--from");

    protected override Task<IReadOnlyList<Language>> ThoseOfAsync(
        DocumentLife life, OpenEngagement open, DocumentKind kind, IReadOnlyList<Language> languages, CancellationToken cancellationToken) =>
        WhereAsync(life, open, kind, languages, record => record.Draft is not null, cancellationToken);

    protected override Task<DocumentRecord> DoAsync(DocumentLife life, OpenEngagement open, string kind, Language language, LifeAct act, CancellationToken cancellationToken) =>
        life.ApproveAsync(open.Engagement, kind, language, act, cancellationToken);

    protected override string Said(DocumentRecord record, OpenEngagement open)
    {
        var (version, day) = (record.Latest.Version, Session.Locale.ShortDate(record.Latest.From ?? open.Today));
        return record.Latest.Stage == RevisionStage.Approved
            ? Session.Say($"version {version} approved, in force from {day}", $"version {version} validée, en vigueur le {day}")
            : Session.Say($"version {version} approved and in force", $"version {version} validée et en vigueur") + Next(record);
    }

    private string Next(DocumentRecord record) => record.ReviewBy is { } review
        ? Session.Say($", next review {Session.Locale.ShortDate(review)}", $", prochaine revue le {Session.Locale.ShortDate(review)}")
        : "";
}
