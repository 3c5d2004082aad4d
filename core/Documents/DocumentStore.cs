using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents;

/// <summary>
/// Keeps documents by version: their files in blobs, what is known of them in state. Files are written first and the record last, so that a
/// kill leaves the former version in force and the next run writes the same files again.
/// </summary>
public sealed class DocumentStore(IBlobStore blobs, IStateStore state)
{
    private const string Collection = "documents";

    /// <summary>Days after which a provisional SOP is to be reviewed.</summary>
    public const int ProvisionalDays = 30;

    /// <summary>The blob of a version in a format, <c>md</c>, <c>html</c> or <c>docx</c>.</summary>
    public static string BlobPath(Language language, string kind, int version, string extension) =>
        $"documents/{TemplateSource.Code(language)}/{kind}/v{version}.{extension}";

    /// <summary>What is recorded of a document, or null where there is none yet.</summary>
    public async Task<DocumentRecord?> FindAsync(EngagementId engagement, string kind, Language language, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, Key(language, kind), cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry) : null;

    /// <summary>What is recorded of every document, by language and kind.</summary>
    public async IAsyncEnumerable<DocumentRecord> ListAsync(EngagementId engagement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            yield return Read(entry);
    }

    /// <summary>Opens a version's file in a format, or null where there is none.</summary>
    public Task<Stream?> OpenReadAsync(EngagementId engagement, DocumentRecord record, string extension, CancellationToken cancellationToken = default) =>
        blobs.OpenReadAsync(engagement, record.BlobPath(extension), cancellationToken);

    /// <summary>
    /// Stores a document. The same content makes no new version; where only figures moved, the files of the current version are written
    /// anew and its number stays.
    /// </summary>
    /// <returns>Whether there is a new version.</returns>
    /// <exception cref="OpsException">Somebody else published the same document meanwhile; safe to repeat.</exception>
    public async Task<bool> PublishAsync(EngagementId engagement, GeneratedDocument document, CancellationToken cancellationToken = default)
    {
        var key = Key(document.Language, document.Kind.Id);
        var former = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        var known = former is null ? null : Read(former);
        if (known is not null && known.ContentHash == document.ContentHash && known.TextHash == document.TextHash)
            return false;
        var wanted = known is null ? 1 : known.ContentHash == document.ContentHash ? known.Version : known.Version + 1;
        if (wanted != document.Record.Version)
            throw Overtaken(null);
        await WriteFilesAsync(engagement, document, cancellationToken).ConfigureAwait(false);
        var json = JsonSerializer.Serialize(document.Record, DocumentJson.Default.DocumentRecord);
        try
        {
            var change = former is null ? StateChange.Insert(key, json) : StateChange.Replace(former, json);
            await state.CommitAsync(engagement, [change], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException fault)
        {
            throw Overtaken(fault);
        }
        return document.IsNewVersion;
    }

    /// <summary>Whether SOPs are in force on trial: a solo author publishes without approval and reviews within 30 days.</summary>
    internal static bool IsProvisional(Engagement engagement, bool sop) => sop && engagement.Size == EngagementSize.Solo;

    /// <summary>The day by which a document published on a day is to be reviewed; null for what is written anew each time.</summary>
    internal static LocalDate? ReviewBy(Engagement engagement, DocumentFamily family, LocalDate published) => family switch
    {
        DocumentFamily.Cadence => null,
        DocumentFamily.Sop when engagement.Size == EngagementSize.Solo => published.PlusDays(ProvisionalDays),
        _ => published.PlusMonths(engagement.Documents.ReviewMonths),
    };

    private async Task WriteFilesAsync(EngagementId engagement, GeneratedDocument document, CancellationToken cancellationToken)
    {
        foreach (var (extension, bytes) in new[]
        {
            ("md", Encoding.UTF8.GetBytes(document.Markdown)), ("html", Encoding.UTF8.GetBytes(document.Html)), ("docx", document.Docx),
        })
        {
            await blobs.WriteAsync(engagement, document.Record.BlobPath(extension), (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    private static OpsException Overtaken(Exception? inner) => OpsException.Retriable(
        "Another run published this document at the same moment. Nothing was lost: run the command again.",
        "Ce document vient d'être publié par une autre exécution. Rien n'est perdu\u00a0: relancez la commande.",
        inner);

    private static StateKey Key(Language language, string kind) => new(Collection, TemplateSource.Code(language) + "/" + kind);

    private static DocumentRecord Read(StateEntry entry) => JsonSerializer.Deserialize(entry.Value, DocumentJson.Default.DocumentRecord)
        ?? throw new InvalidOperationException($"The record {entry.Key.Collection}/{entry.Key.Id} is empty.");
}
