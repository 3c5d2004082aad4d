using System.IO.Compression;
using System.Text;
using OpsAutomation.Documents.Packs;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Runs;

namespace OpsAutomation.Closing;

/// <summary>
/// Everything that an engagement has, in one zip of open formats with an index: its file, facts as CSV and JSON Lines, figures, milestones, logbook, checklists, audit
/// record, documents as HTML, Word and Markdown, and every file as it came. What opens doors (secrets, tokens, links) and what the product keeps for itself stay out.
/// </summary>
/// <param name="blobs">Facts and files.</param>
/// <param name="state">Records.</param>
/// <param name="registry">The engagement's own file.</param>
/// <param name="time">The clock.</param>
public sealed class HandoverArchive(IBlobStore blobs, IStateStore state, IEngagementRegistry registry, TimeProvider time)
{
    // Facts go as tables; large records and long messages are the product's own, bodies of events are its queue.
    private static readonly string[] Inner = ["facts/", "state/", "messages/", "jobs/", "webhooks/"];

    /// <summary>Writes the archive.</summary>
    /// <param name="standing">Where the engagement stands on the day of the handover.</param>
    /// <param name="destination">Where to; it stays open, and need not seek.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>What is in it.</returns>
    public async Task<IReadOnlyList<HandedFile>> WriteAsync(Standing standing, Stream destination, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(standing);
        var engagement = standing.Engagement;
        var archive = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
        await using (archive.ConfigureAwait(false))
        {
            var zip = new HandoverZip(archive, standing.At);
            await ConfigurationAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
            await new FactTables(blobs, state).WriteAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
            await new RecordTables(state, time).WriteAsync(standing, zip, cancellationToken).ConfigureAwait(false);
            await DocumentsAsync(standing, zip, cancellationToken).ConfigureAwait(false);
            await FilesAsync(engagement.Id, zip, cancellationToken).ConfigureAwait(false);
            var files = zip.Files.ToList();
            var index = HandoverIndex.Write(engagement, standing.At, files);
            foreach (var (name, text) in new[] { ("index.html", index.Html), ("index.md", index.Markdown) })
                await zip.AddAsync(name, stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
            return files;
        }
    }

    private async Task ConfigurationAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken)
    {
        if (await registry.FindAsync(engagement, cancellationToken).ConfigureAwait(false) is not { } text)
            return;
        await zip.AddAsync("engagement.yaml", stream => stream.WriteAsync(Encoding.UTF8.GetBytes(text.Yaml), cancellationToken).AsTask(), cancellationToken).ConfigureAwait(false);
        zip.List(new("engagement.yaml", new("the engagement's file: people, targets, milestones", "le fichier de la mission\u00a0: personnes, cibles, jalons")));
    }

    private async Task DocumentsAsync(Standing standing, HandoverZip zip, CancellationToken cancellationToken)
    {
        using var packed = new MemoryStream();
        var documents = await new HandoverPack(blobs, state).WriteAsync(standing.ForDocuments(standing.Engagement.Language), new PackSettings(), packed, cancellationToken).ConfigureAwait(false);
        packed.Position = 0;
        using var pack = new ZipArchive(packed, ZipArchiveMode.Read);
        foreach (var entry in pack.Entries)
        {
            var from = await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using (from.ConfigureAwait(false))
                await zip.AddAsync("documents/" + entry.FullName, stream => from.CopyToAsync(stream, cancellationToken), cancellationToken).ConfigureAwait(false);
        }

        zip.List(new("documents/index.html", new("the documents with version, status, owner and next review", "les documents avec version, statut, responsable et date de révision")));
        zip.List(new("documents/index.md", new("the same list as Markdown", "la même liste en Markdown")));
        foreach (var document in documents)
        {
            foreach (var (format, path) in document.Files)
                zip.List(new("documents/" + path, HandoverWords.Document(document, format)));
        }
    }

    private async Task FilesAsync(EngagementId engagement, HandoverZip zip, CancellationToken cancellationToken)
    {
        await foreach (var blob in blobs.ListAsync(engagement, "", cancellationToken).ConfigureAwait(false))
        {
            if (Array.Exists(Inner, folder => blob.Path.StartsWith(folder, StringComparison.Ordinal)))
                continue;
            Stream? content;
            try
            {
                content = await blobs.OpenReadAsync(engagement, blob.Path, cancellationToken).ConfigureAwait(false);
            }
            catch (OpsException failure) when (failure.Kind != FailureKind.Retriable)
            {
                // A file that a person dropped under a name that no file of the product may have: one of it must not keep all the others from their owner.
                zip.List(new("files/" + blob.Path, HandoverWords.Unreadable) { IsLeftOut = true });
                continue;
            }

            if (content is null)
                continue;
            await using (content.ConfigureAwait(false))
                await zip.AddAsync("files/" + blob.Path, stream => content.CopyToAsync(stream, cancellationToken), cancellationToken).ConfigureAwait(false);
            zip.List(new("files/" + blob.Path, HandoverWords.Kept(blob.Path)));
        }
    }
}
