using System.CommandLine;
using System.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Packs;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Ops.Output;
using OpsAutomation.Runs;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops documents</c>: publishes documents, and puts a copy of each into a folder, or all there are into one zip.</summary>
internal sealed class DocumentsCommand : OpsCommand
{
    private readonly Option<string?> engagement;
    private readonly Option<string?> kind;
    private readonly Option<string?> output;
    private readonly Option<string?> zip;
    private readonly Option<string?> format;
    private readonly Option<string?> at;

    public DocumentsCommand(Session session)
        : base(session, "documents", "Write the documents as Markdown, HTML and DOCX.", "Écrire les documents en Markdown, HTML et DOCX.")
    {
        engagement = AddEngagement();
        output = AddValue("--out", "DIR", "the folder to write to", "le dossier où écrire");
        zip = AddValue("--zip", "FILE", "the handover pack to write: every document in both languages, with an index", "le dossier de passation à écrire : chaque document dans les deux langues, avec un index");
        format = AddValue("--format", "LIST", "of the handover pack: html, docx, md, separated by commas; all by default", "du dossier de passation : html, docx, md, séparés par des virgules ; tous par défaut");
        kind = AddValue("--kind", "KIND", "one kind; the engagement's document plan by default", "un seul type ; par défaut, le plan documentaire de la mission");
        at = AddAt();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var day = Values.Date(parsed.GetValue(at), "--at");
        var only = parsed.GetValue(kind) is { } id ? DocumentLibrary.Find(id) : null;
        var folder = parsed.GetValue(output);
        var pack = parsed.GetValue(zip);
        if (folder is null && pack is null)
            throw OpsException.WrongUsage("Say where to write: --out DIR, --zip FILE or both.", "Indiquez où écrire : --out DOSSIER, --zip FICHIER ou les deux.");
        if (pack is not null && only is not null)
            throw OpsException.WrongUsage("A handover pack holds every kind: leave out --kind.", "Un dossier de passation contient tous les types : retirez --kind.");
        var formats = parsed.GetValue(format) is { } list ? PackSettings.ReadFormats(list) : new PackSettings().Formats;
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var language = UserLanguage.Parse(GlobalOptions.LangOf(parsed)) ?? open.Engagement.Language;
        var standings = new StandingReader(open.Home.Blobs, open.Home.State, Session.Time);
        var standing = await standings.ReadAsync(open.Engagement, day ?? open.Today, open.Today, cancellationToken);
        var store = new DocumentStore(open.Home.Blobs, open.Home.State);
        var generator = new DocumentGenerator(new TemplateSource(open.Home.Blobs), store);
        // Nothing is written where a template of the engagement is wrong.
        foreach (var (own, written) in await OwnTemplates.ListAsync(open.Home.Blobs, open.Id, cancellationToken))
        {
            if (pack is not null || written == language && (only is null || only.Id == own))
                await generator.GenerateAsync(standing.ForDocuments(written), own, cancellationToken);
        }

        var table = new TextTable(TextColumn.Left(), TextColumn.Left(), TextColumn.Left());
        var changed = false;
        var conflicts = new List<(string Kind, string Block)>();

        // What lasts comes first: agendas and status sheets tell of it, and a second run must find nothing new to say.
        var ofOnesOwn = OwnDocuments.In(standing.Documents).Where(own => own.Language == language).Select(own => own.Kind);
        foreach (var planned in (only is null ? DocumentLibrary.PlanFor(open.Engagement).Concat(ofOnesOwn) : [only]).OrderBy(planned => planned.Family == DocumentFamily.Cadence))
        {
            if (changed && planned.Family == DocumentFamily.Cadence)
            {
                standing = await standings.ReadAsync(open.Engagement, day ?? open.Today, open.Today, cancellationToken);
                changed = false;
            }

            var document = await generator.GenerateAsync(standing.ForDocuments(language), planned.Id, cancellationToken);
            changed |= await store.PublishAsync(open.Id, document, cancellationToken);
            conflicts.AddRange(document.Record.Conflicts.Select(block => (planned.Id, block)));
            if (folder is null)
            {
                table.Add(document.Title, VersionOf(document), "");
                continue;
            }

            var path = Path.Combine(folder, language == Language.French ? "fr" : "en", planned.Id);
            await LocalFile.WriteAsync(path + ".md", Encoding.UTF8.GetBytes(document.Source), cancellationToken);
            await LocalFile.WriteAsync(path + ".html", Encoding.UTF8.GetBytes(document.Html), cancellationToken);
            await LocalFile.WriteAsync(path + ".docx", document.Docx, cancellationToken);
            table.Add(document.Title, VersionOf(document), path + ".{md,html,docx}");
        }

        table.Write(Session.Out);
        foreach (var (edited, block) in conflicts)
        {
            Session.Line(Session.Say(
                $"Conflict in {edited}, {block}: the text that was edited was kept. Decide: ops sop resolve {edited} {block} -e {open.Id} --keep mine|generated --by WHO",
                $"Conflit dans {edited}, {block}\u00a0: le texte modifié est conservé. À décider\u00a0: ops sop resolve {edited} {block} -e {open.Id} --keep mine|generated --by QUI"));
        }

        if (pack is not null)
            await PackAsync(open, standing.ForDocuments(language), pack, new() { Formats = formats, IndexLanguage = language }, cancellationToken);
        return 0;
    }

    private async Task PackAsync(OpenEngagement open, DocumentContext context, string file, PackSettings settings, CancellationToken cancellationToken)
    {
        IReadOnlyList<PackedDocument> packed = [];
        await LocalFile.WriteAsync(
            file,
            async (stream, token) => packed = await new HandoverPack(open.Home.Blobs, open.Home.State).WriteAsync(context, settings, stream, token),
            cancellationToken);
        Session.Out.WriteLine(Session.Say($"{file}: {packed.Count} documents and an index.", $"{file} : {packed.Count} documents et un index."));
    }

    private string VersionOf(GeneratedDocument document)
    {
        var (latest, isNew) = (document.Record.Latest, document.IsNewVersion);
        if (document.Record.Status == DocumentStatus.Retired)
            return Session.Say("retired", "retiré");
        return latest.Stage switch
        {
            RevisionStage.Draft when isNew => Session.Say($"version {latest.Version}, new draft: awaits approval", $"version {latest.Version}, nouveau brouillon\u00a0: attend une validation"),
            RevisionStage.Draft => Session.Say($"version {latest.Version}, draft: awaits approval", $"version {latest.Version}, brouillon\u00a0: attend une validation"),
            _ when isNew => Session.Say($"version {latest.Version}, new", $"version {latest.Version}, nouvelle"),
            _ => Session.Say($"version {latest.Version}, unchanged", $"version {latest.Version}, inchangée"),
        };
    }
}
