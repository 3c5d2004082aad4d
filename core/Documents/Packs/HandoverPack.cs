using System.IO.Compression;
using System.Text;
using NodaTime;
using OpsAutomation.Documents.Models;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Packs;

/// <summary>
/// Writes all documents of an engagement into one zip with an index. What was published is packed as it was published; every other kind is
/// written for the pack, so that whoever takes over has the models too, and the index says which is which. The same documents on the same day
/// give the same bytes.
/// </summary>
public sealed class HandoverPack(IBlobStore blobs, IStateStore state)
{
    // What the format of zip files can say of a day.
    private static readonly LocalDate First = new(1980, 1, 1);
    private static readonly LocalDate Last = new(2107, 12, 31);

    private readonly DocumentStore store = new(blobs, state);
    private readonly TemplateSource templates = new(blobs);

    /// <summary>Writes the pack. One document is held in memory at a time; the stream need not seek.</summary>
    /// <param name="context">What documents are filled from; its language does not matter.</param>
    /// <param name="settings">Formats and languages.</param>
    /// <param name="destination">Where to; it stays open.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    /// <returns>The documents, in the order of the index.</returns>
    /// <exception cref="OpsException">A template of the engagement is wrong: file, line and token are named.</exception>
    public async Task<IReadOnlyList<PackedDocument>> WriteAsync(
        DocumentContext context, PackSettings settings, Stream destination, CancellationToken cancellationToken = default)
    {
        var records = new List<DocumentRecord>();
        await foreach (var record in store.ListAsync(context.Engagement.Id, cancellationToken).ConfigureAwait(false))
            records.Add(record);
        var index = context with { Language = settings.IndexLanguage ?? context.Engagement.Language };
        var packed = new List<PackedDocument>();
        var zip = await ZipArchive.CreateAsync(destination, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken).ConfigureAwait(false);
        await using (zip.ConfigureAwait(false))
        {
            foreach (var language in settings.Languages.Distinct().OrderBy(language => language != index.Language))
            {
                foreach (var kind in KindsOf(records, language))
                    packed.Add(await AddAsync(zip, index, context with { Language = language }, kind, records, settings.Formats, cancellationToken).ConfigureAwait(false));
            }

            var page = PackIndex.Write(index, packed);
            await WriteAsync(zip, "index.html", Encoding.UTF8.GetBytes(page.Html), context.Today, cancellationToken).ConfigureAwait(false);
            await WriteAsync(zip, "index.md", Encoding.UTF8.GetBytes(page.Markdown), context.Today, cancellationToken).ConfigureAwait(false);
        }

        return packed;
    }

    // Documents of kinds that the product no longer writes are part of what is handed over.
    private static IEnumerable<string> KindsOf(List<DocumentRecord> records, Language language)
    {
        var known = DocumentLibrary.Kinds.Select(kind => kind.Id).ToList();
        return known.Concat(records.Where(record => record.Language == language).Select(record => record.Kind).Except(known, StringComparer.Ordinal));
    }

    private async Task<PackedDocument> AddAsync(
        ZipArchive zip, DocumentContext index, DocumentContext context, string kind, List<DocumentRecord> records, IReadOnlyList<string> formats,
        CancellationToken cancellationToken)
    {
        var name = $"{LanguageCode.Of(context.Language)}/{kind}";
        var family = (DocumentLibrary.Kinds.FirstOrDefault(known => known.Id == kind) ?? DocumentLibrary.OwnKind(kind))?.Family;
        var files = formats.ToDictionary(format => format, format => $"{name}.{format}", StringComparer.Ordinal);
        if (records.Find(record => record.Kind == kind && record.Language == context.Language) is { } record
            && record.On(context.Today) is { } now
            && await CopyAsync(zip, context, now, files, cancellationToken).ConfigureAwait(false))
        {
            return new(kind, context.Language, Typeset(now.Title, context.Language), files)
            {
                Family = family,
                Version = now.Version,
                Status = PackStatus.Of(now, context.Today).In(index.Language),
                Owner = DocumentRule.Of(context.Engagement, now).Owner?.Name,
                NextReview = now.Status == DocumentStatus.Retired ? null : now.ReviewBy,
            };
        }

        var document = await new DocumentGenerator(templates, store).GenerateAsync(context, kind, cancellationToken).ConfigureAwait(false);
        foreach (var (format, path) in files)
        {
            var bytes = format switch
            {
                "md" => Encoding.UTF8.GetBytes(document.Markdown),
                "html" => Encoding.UTF8.GetBytes(document.Html),
                _ => document.Docx,
            };
            await WriteAsync(zip, path, bytes, context.Today, cancellationToken).ConfigureAwait(false);
        }

        return new(kind, context.Language, document.Title, files)
        {
            Family = family,
            Status = PackStatus.Unpublished(records.Exists(other => other.Kind == kind && other.Status != DocumentStatus.Retired)).In(index.Language),
            Owner = await OwnerAsync(context, kind, cancellationToken).ConfigureAwait(false),
        };
    }

    // All of its files or none: one that is gone from the store is written anew.
    private async Task<bool> CopyAsync(
        ZipArchive zip, DocumentContext context, DocumentRecord record, Dictionary<string, string> files, CancellationToken cancellationToken)
    {
        var open = new List<(string Path, Stream Content)>();
        try
        {
            foreach (var (format, path) in files)
            {
                if (await store.OpenReadAsync(context.Engagement.Id, record, format, cancellationToken).ConfigureAwait(false) is not { } content)
                    return false;
                open.Add((path, content));
            }

            foreach (var (path, content) in open)
            {
                var entry = await OpenAsync(zip, path, record.PublishedOn, cancellationToken).ConfigureAwait(false);
                await using (entry.ConfigureAwait(false))
                    await content.CopyToAsync(entry, cancellationToken).ConfigureAwait(false);
            }

            return true;
        }
        finally
        {
            foreach (var (_, content) in open)
                await content.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<string?> OwnerAsync(DocumentContext context, string kind, CancellationToken cancellationToken)
    {
        var template = await templates.FindAsync(context.Engagement.Id, kind, context.Language, cancellationToken).ConfigureAwait(false);
        return new People(context.Engagement, context.Language).OwnerOf(template)?.Name;
    }

    private static async Task WriteAsync(ZipArchive zip, string path, byte[] bytes, LocalDate day, CancellationToken cancellationToken)
    {
        var entry = await OpenAsync(zip, path, day, cancellationToken).ConfigureAwait(false);
        await using (entry.ConfigureAwait(false))
            await entry.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
    }

    // A Word document is a zip already: to press it again takes time and saves nothing.
    private static async Task<Stream> OpenAsync(ZipArchive zip, string path, LocalDate day, CancellationToken cancellationToken)
    {
        var entry = zip.CreateEntry(path, path.EndsWith(".docx", StringComparison.Ordinal) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
        entry.LastWriteTime = new(LocalDate.Max(First, LocalDate.Min(day, Last)).ToDateTimeUnspecified(), TimeSpan.Zero);
        return await entry.OpenAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Typeset(string title, Language language) => language == Language.French ? Locales.FrenchTypography.Apply(title) : title;
}
