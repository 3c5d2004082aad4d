using System.CommandLine;
using NodaTime;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop review</c>: a document stays as it is until its next review.</summary>
internal sealed class SopReviewCommand : SopActCommand
{
    private readonly Option<string?> next;

    public SopReviewCommand(Session session)
        : base(session, "review", "Confirm a document without a change.", "Confirmer un document sans le modifier.") =>
        next = AddValue("--next", "DATE", "the day of the next review; by default as the engagement's file says", "le jour de la prochaine revue\u00a0; par défaut, selon le fichier de la mission");

    protected override LocalDate? DayOf(ParseResult parsed) => Values.Date(parsed.GetValue(next), "--next");

    protected override Task<IReadOnlyList<Language>> ThoseOfAsync(
        DocumentLife life, OpenEngagement open, DocumentKind kind, IReadOnlyList<Language> languages, CancellationToken cancellationToken) =>
        WhereAsync(life, open, kind, languages, record => record.Status == DocumentStatus.Live, cancellationToken);

    protected override Task<DocumentRecord> DoAsync(DocumentLife life, OpenEngagement open, string kind, Language language, LifeAct act, CancellationToken cancellationToken) =>
        life.ReviewAsync(open.Engagement, kind, language, act, cancellationToken);

    protected override string Said(DocumentRecord record, OpenEngagement open)
    {
        var day = record.ReviewBy is { } review ? Session.Locale.ShortDate(review) : "–";
        return Session.Say($"version {record.Version} confirmed, next review {day}", $"version {record.Version} confirmée, prochaine revue le {day}");
    }
}
