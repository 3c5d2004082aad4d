using System.CommandLine;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Life;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands.Sops;

/// <summary>A command by which somebody brings a text, or decides about one.</summary>
internal abstract class SopTextCommand : OpsCommand
{
    private readonly Option<string?> by;
    private readonly Option<string?> note;

    protected SopTextCommand(Session session, string name, string en, string fr)
        : base(session, name, en, fr)
    {
        Engagement = AddEngagement();
        by = AddValue("--by", "WHO", "who does it", "qui le fait", required: true);
        note = AddValue("--note", "TEXT", "why: it stands in the table of versions", "pourquoi\u00a0: cela figure au tableau des versions");
    }

    protected Option<string?> Engagement { get; }

    protected sealed override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        Check(parsed);
        var text = FileOf(parsed) is { } file ? await LocalFile.ReadTextAsync(file, cancellationToken) : null;
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(Engagement)!, cancellationToken);
        var language = UserLanguage.Parse(GlobalOptions.LangOf(parsed)) ?? open.Engagement.Language;
        var standing = await new StandingReader(open.Home.Blobs, open.Home.State, Session.Time).ReadAsync(open.Engagement, open.Today, open.Today, cancellationToken);
        var act = new LifeAct(KnownDocument.Person(open.Engagement, parsed.GetValue(by)!), open.Today) { Actor = parsed.GetValue(by), Note = parsed.GetValue(note) };
        var document = await DoAsync(parsed, new DocumentEditor(open.Home.Blobs, open.Home.State, Session.Time), standing.ForDocuments(language), text, act, cancellationToken);
        Say(document, open);
        return 0;
    }

    /// <summary>Refuses what makes no sense, before anything is opened.</summary>
    protected virtual void Check(ParseResult parsed)
    {
    }

    /// <summary>The file that the text is in; null for none.</summary>
    protected abstract string? FileOf(ParseResult parsed);

    /// <summary>Does it.</summary>
    protected abstract Task<GeneratedDocument> DoAsync(
        ParseResult parsed, DocumentEditor editor, DocumentContext context, string? text, LifeAct act, CancellationToken cancellationToken);

    private void Say(GeneratedDocument document, OpenEngagement open)
    {
        var (kind, version) = (document.Kind.Id, document.Record.Latest.Version);
        Session.Line(document.IsDraft
            ? Session.Say(
                $"{kind}: version {version} is a draft. To approve it: ops sop approve {kind} -e {open.Id} --by WHO",
                $"{kind}\u00a0: la version {version} est un brouillon. Pour la valider\u00a0: ops sop approve {kind} -e {open.Id} --by QUI")
            : Session.Say($"{kind}: version {version} is in force.", $"{kind}\u00a0: la version {version} est en vigueur."));
        foreach (var block in document.Record.Conflicts)
        {
            Session.Line(Session.Say(
                $"Conflict in {block}: your text was kept. To keep it for good, or take the generated one: ops sop resolve {kind} {block} -e {open.Id} --keep mine|generated --by WHO",
                $"Conflit dans {block}\u00a0: votre texte est conservé. Pour le garder, ou prendre le texte généré\u00a0: ops sop resolve {kind} {block} -e {open.Id} --keep mine|generated --by QUI"));
        }
    }
}
