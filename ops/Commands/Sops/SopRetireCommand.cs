using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop retire</c>: nobody works by a document any more.</summary>
internal sealed class SopRetireCommand(Session session)
    : SopActCommand(session, "retire", "Retire a document: it is kept, and nobody works by it any more.", "Retirer un document\u00a0: il est conservé, plus personne ne l'applique.")
{
    protected override Task<DocumentRecord> DoAsync(DocumentLife life, OpenEngagement open, string kind, Language language, LifeAct act, CancellationToken cancellationToken) =>
        life.RetireAsync(open.Engagement, kind, language, act, cancellationToken);

    protected override string Said(DocumentRecord record, OpenEngagement open) => Session.Say("retired", "retirée");
}
