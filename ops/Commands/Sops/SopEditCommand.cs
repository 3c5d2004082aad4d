using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop edit</c>: a text that somebody changed comes back into its document.</summary>
internal sealed class SopEditCommand : SopTextCommand
{
    private readonly Argument<string> kind;
    private readonly Option<string?> file;

    public SopEditCommand(Session session)
        : base(session, "edit", "Take an edited text back into its document.", "Reprendre un texte modifié dans son document.")
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        file = AddValue("--file", "FILE", "the Markdown that ops documents wrote, as you edited it", "le Markdown écrit par ops documents, tel que vous l'avez modifié", required: true);
    }

    protected override void Check(ParseResult parsed) => KnownDocument.Find(parsed.GetValue(kind)!);

    protected override string? FileOf(ParseResult parsed) => parsed.GetValue(file);

    protected override Task<GeneratedDocument> DoAsync(
        ParseResult parsed, DocumentEditor editor, DocumentContext context, string? text, LifeAct act, CancellationToken cancellationToken) =>
        editor.EditAsync(context, KnownDocument.Find(parsed.GetValue(kind)!).Id, text!, act, cancellationToken: cancellationToken);
}
