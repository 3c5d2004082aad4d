using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary><c>ops sop propose</c>: a draft by anyone, of a document of the library or of one of the engagement's own.</summary>
internal sealed class SopProposeCommand : SopTextCommand
{
    private readonly Argument<string?> file;
    private readonly Option<string?> kind;

    public SopProposeCommand(Session session)
        : base(session, "propose", "Propose a document, or another text of one: a draft.", "Proposer un document, ou un autre texte d'un document\u00a0: un brouillon.")
    {
        file = new Argument<string?>("FILE")
        {
            Arity = ArgumentArity.ZeroOrOne,
            HelpName = session.Say("FILE", "FICHIER"),
            Description = session.Say(
                "the text in Markdown, with title, process, kpis and owner in its front matter; without --kind a procedure of your own",
                "le texte en Markdown, avec title, process, kpis et owner dans son en-tête\u00a0; sans --kind, une procédure qui vous est propre"),
        };
        Add(file);
        kind = AddValue("--kind", "KIND", "the document that it is for; without FILE, that document as it is generated", "le document concerné\u00a0; sans FICHIER, ce document tel qu'il est généré");
    }

    protected override void Check(ParseResult parsed)
    {
        if (parsed.GetValue(file) is null && parsed.GetValue(kind) is null)
            throw OpsException.WrongUsage("Say what is proposed: FILE, --kind KIND or both.", "Indiquez ce qui est proposé\u00a0: FICHIER, --kind TYPE ou les deux.");
        if (parsed.GetValue(kind) is { } named)
            KnownDocument.Find(named);
    }

    protected override string? FileOf(ParseResult parsed) => parsed.GetValue(file);

    protected override Task<GeneratedDocument> DoAsync(
        ParseResult parsed, DocumentEditor editor, DocumentContext context, string? text, LifeAct act, CancellationToken cancellationToken)
    {
        var named = parsed.GetValue(kind) is { } typed ? KnownDocument.Find(typed).Id : null;
        if (text is null)
            return editor.ProposeAsync(context, named!, act, cancellationToken);
        return named is null || DocumentLibrary.OwnKind(named) is not null
            ? editor.ProposeAsync(context, named, Path.GetFileName(parsed.GetValue(file)!), text, act, cancellationToken)
            : editor.EditAsync(context, named, text, act, isProposal: true, cancellationToken);
    }
}
