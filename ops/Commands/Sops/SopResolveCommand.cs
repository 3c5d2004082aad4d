using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop resolve</c>: which text stays where a person and the generator wrote the same block.</summary>
internal sealed class SopResolveCommand : SopTextCommand
{
    private readonly Argument<string> kind;
    private readonly Argument<string?> block;
    private readonly Option<string?> keep;

    public SopResolveCommand(Session session)
        : base(session, "resolve", "Decide which text stays where yours and the generated one differ.", "Décider quel texte reste quand le vôtre et celui généré diffèrent.")
    {
        kind = AddWord("KIND", "the document, such as sop-incident", "le document, comme sop-incident");
        block = new Argument<string?>("BLOCK")
        {
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = session.Say("BLOCK", "BLOC"),
            Description = session.Say("the block in conflict, as ops sop show names it; all by default", "le bloc en conflit, tel que ops sop show le nomme\u00a0; tous par défaut"),
        };
        Add(block);
        keep = AddValue("--keep", "mine|generated", "which text stays", "quel texte reste", required: true);
    }

    protected override void Check(ParseResult parsed)
    {
        KnownDocument.Find(parsed.GetValue(kind)!);
        if (parsed.GetValue(keep) is not ("mine" or "generated"))
            throw OpsException.WrongUsage("--keep is mine or generated.", "--keep vaut mine (votre texte) ou generated (le texte généré).");
    }

    protected override string? FileOf(ParseResult parsed) => null;

    protected override Task<GeneratedDocument> DoAsync(
        ParseResult parsed, DocumentEditor editor, DocumentContext context, string? text, LifeAct act, CancellationToken cancellationToken) =>
        editor.ResolveAsync(context, KnownDocument.Find(parsed.GetValue(kind)!).Id, parsed.GetValue(block), parsed.GetValue(keep) == "mine", act, cancellationToken);
}
