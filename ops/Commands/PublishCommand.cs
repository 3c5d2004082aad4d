using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Audit;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.CommandLine;
using OpsAutomation.Ops.Files;
using OpsAutomation.Ops.Output;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;
using OpsAutomation.Publishing.WordPress;

namespace OpsAutomation.Ops.Commands;

/// <summary><c>ops publish</c>: brings wikis and folders to where the documents are, and says what people changed there.</summary>
internal sealed class PublishCommand : OpsCommand
{
    private readonly OpsHost host;
    private readonly Option<string?> engagement;
    private readonly Option<string?> to;
    private readonly Option<string?> overwrite;
    private readonly Option<string?> secretFile;
    private readonly Option<string?> by;
    private readonly Option<bool> list;
    private readonly Option<bool> json;

    public PublishCommand(Session session, OpsHost host)
        : base(session, "publish", "Publish the live documents to a wiki or shared folder.", "Publier les documents en vigueur dans un wiki ou un dossier partagé.")
    {
        this.host = host;
        engagement = AddEngagement();
        to = AddValue("--to", "TARGET", "one target of publishing in the engagement's file; all by default", "une destination de publishing dans le fichier de la mission ; toutes par défaut");
        list = AddFlag("--list", "only show the pages and how they stand", "seulement montrer les pages et leur état");
        overwrite = AddValue("--overwrite", "KIND", "write over what people changed or removed of this document", "remplacer ce que des personnes ont modifié ou retiré de ce document");
        secretFile = AddValue("--secret-file", "FILE", "keep the application password on its first line (- for standard input) for --to, and publish nothing", "enregistrer le mot de passe d'application de sa première ligne (- pour l'entrée standard) pour --to, sans rien publier");
        by = AddAsker();
        json = AddJson();
    }

    protected override async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var kind = parsed.GetValue(overwrite) is { } named ? DocumentLibrary.Find(named).Id : null;
        using var open = await Session.OpenEngagementAsync(GlobalOptions.HomeOf(parsed), parsed.GetValue(engagement)!, cancellationToken);
        var targets = TargetsOf(open, parsed.GetValue(to));
        if (parsed.GetValue(secretFile) is { } file)
            return await KeepAsync(open, targets, parsed.GetValue(to), file, parsed.GetValue(by), cancellationToken);
        if (!parsed.GetValue(list))
        {
            var request = new PublishingRequest { Rechecks = true, Overwrite = kind, By = parsed.GetValue(by) };
            await PublishAsync(open, targets, request, isQuiet: parsed.GetValue(json), cancellationToken);
        }

        var pages = (await new PublishedPages(open.Home.State).ListAsync(open.Id, cancellationToken)).Where(page => targets.Any(target => target.Id == page.Target)).ToList();
        new PublishedPageOutput(Session).Write(pages, parsed.GetValue(json));
        return 0;
    }

    private async Task PublishAsync(OpenEngagement open, IReadOnlyList<PublishingTarget> targets, PublishingRequest request, bool isQuiet, CancellationToken cancellationToken)
    {
        using var handler = host.Web();
        using var sites = new WordPressWiki(handler, open.Home.Secrets, Session.Time);
        var graph = targets.Any(target => target.Drive is not null) && GraphComposition.IsOn(host.Settings())
            ? new ServiceCollection().AddSingleton(Session.Time).AddGraphSources(host.Settings()).BuildServiceProvider()
            : null;
        await using (graph)
        {
            var publisher = new WikiPublisher(open.Home.Blobs, open.Home.State, new(sites, graph?.GetRequiredService<GraphWiki>()), Session.Time);
            foreach (var target in targets)
            {
                var report = await publisher.PublishAsync(open.Engagement, target, request, cancellationToken);
                if (!isQuiet)
                {
                    Session.Line(Session.Say(
                        $"{target.Id}: {report.Changed.Count} published or put into the bin, {report.Unchanged} unchanged, {report.Conflicts.Count} waiting for you",
                        $"{target.Id} : {report.Changed.Count} publiées ou mises à la corbeille, {report.Unchanged} inchangées, {report.Conflicts.Count} qui vous attendent"));
                }
            }
        }
    }

    private async Task<int> KeepAsync(OpenEngagement open, IReadOnlyList<PublishingTarget> targets, string? named, string file, string? who, CancellationToken cancellationToken)
    {
        if (named is null || targets is not [{ Site: not null } target])
        {
            throw OpsException.WrongUsage(
                "An application password belongs to one WordPress target: name it with --to.",
                "Un mot de passe d'application appartient à une destination WordPress : nommez-la avec --to.");
        }

        var line = (file == "-" ? await Session.In.ReadLineAsync(cancellationToken) : (await LocalFile.ReadTextAsync(file, cancellationToken)).Split('\n')[0])?.Trim();
        if (line is not { Length: >= 8 and <= 200 })
        {
            throw OpsException.Refused(
                "The first line of the file is not an application password: WordPress makes them of 24 characters.",
                "La première ligne du fichier n'est pas un mot de passe d'application : WordPress en crée de 24 caractères.");
        }

        await open.Home.State.CommitAsync(open.Id, [AuditLog.LineOf(Session.Time, who, AuditAction.SecretRotated, target.Id)], cancellationToken);
        await open.Home.Secrets.RotateAsync(open.Id, SecretName.OfPublishing(target.Id), line, cancellationToken);
        Session.Line(Session.Say($"Kept. To publish: ops publish -e {open.Id}", $"Enregistré. Pour publier : ops publish -e {open.Id}"));
        return 0;
    }

    private static IReadOnlyList<PublishingTarget> TargetsOf(OpenEngagement open, string? named)
    {
        var targets = open.Engagement.Publishing;
        if (targets.Count == 0)
        {
            throw OpsException.Refused(
                "The engagement's file names no place to publish to: add a section publishing (docs/publishing.md).",
                "Le fichier de la mission ne nomme aucun lieu où publier : ajoutez une section publishing (docs/publishing.md).");
        }

        var found = named is null ? targets : [.. targets.Where(target => target.Id == named)];
        return found.Count > 0 ? found : throw OpsException.WrongUsage(
            $"There is no target of that name. There are: {string.Join(", ", targets.Select(target => target.Id))}.",
            $"Il n'y a pas de destination de ce nom. Il y a : {string.Join(", ", targets.Select(target => target.Id))}.");
    }
}
