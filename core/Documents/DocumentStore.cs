using System.Runtime.CompilerServices;
using System.Text.Json;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents;

/// <summary>
/// Keeps documents by version: their files in blobs, what is known of them in state. Files are written first and the record that names them
/// last; no file is ever written over another, so that whatever is killed and whoever publishes at the same moment, the files of a record are of
/// one text.
/// </summary>
public sealed class DocumentStore(IBlobStore blobs, IStateStore state)
{
    private const string Collection = "documents";
    private readonly VersionFiles files = new(blobs);

    /// <summary>Days after which a provisional SOP is to be reviewed.</summary>
    public const int ProvisionalDays = 30;

    /// <summary>The blob of a version in a format, <c>md</c>, <c>html</c> or <c>docx</c>.</summary>
    public static string BlobPath(Language language, string kind, DocumentRevision revision, string extension) =>
        $"{VersionFiles.Folder(language, kind)}{revision.Files ?? $"v{revision.Version}"}.{extension}";

    /// <summary>What is recorded of a document, or null where there is none yet.</summary>
    public async Task<DocumentRecord?> FindAsync(EngagementId engagement, string kind, Language language, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, Key(language, kind), cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry) : null;

    /// <summary>What is recorded of every document, by language and kind.</summary>
    public async IAsyncEnumerable<DocumentRecord> ListAsync(EngagementId engagement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            yield return Read(entry);
    }

    /// <summary>The kinds of documents that people of the engagement wrote, retired or not, by their keys alone.</summary>
    internal static async Task<IReadOnlyList<DocumentKind>> OwnKindsAsync(IStateStore state, EngagementId engagement, CancellationToken cancellationToken)
    {
        var kinds = new List<DocumentKind>();
        foreach (var language in Enum.GetValues<Language>())
        {
            await foreach (var entry in state.ListAsync(engagement, Collection, LanguageCode.Of(language) + "/", cancellationToken).ConfigureAwait(false))
            {
                if (DocumentLibrary.OwnKind(entry.Key.Id[(entry.Key.Id.IndexOf('/', StringComparison.Ordinal) + 1)..]) is { } own)
                    kinds.Add(own);
            }
        }

        return [.. kinds.DistinctBy(kind => kind.Id, StringComparer.Ordinal)];
    }

    /// <summary>Opens a version's file in a format, or null where there is none.</summary>
    public Task<Stream?> OpenReadAsync(EngagementId engagement, DocumentRecord record, string extension, CancellationToken cancellationToken = default) =>
        blobs.OpenReadAsync(engagement, record.BlobPath(extension), cancellationToken);

    /// <summary>
    /// Stores a document. The same content makes no new version; where only figures moved, the latest version gets other files and its number stays.
    /// </summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="document">The document.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether there is a new version.</returns>
    /// <exception cref="OpsException">Somebody else published the same document meanwhile; safe to repeat.</exception>
    public Task<bool> PublishAsync(EngagementId engagement, GeneratedDocument document, CancellationToken cancellationToken = default) =>
        PublishAsync(engagement, document, [], null, cancellationToken);

    /// <summary>Stores a document together with other records, and the text that a person brought with it.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="document">The document.</param>
    /// <param name="with">What is committed with it.</param>
    /// <param name="edit">The edit that it comes from; null for none.</param>
    /// <param name="cancellationToken">Stops.</param>
    internal async Task<bool> PublishAsync(
        EngagementId engagement, GeneratedDocument document, IReadOnlyList<StateChange> with, DocumentEdit? edit, CancellationToken cancellationToken)
    {
        var key = Key(document.Language, document.Kind.Id);
        var former = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
        var known = former is null ? null : Read(former);
        var (stored, wanted) = (BasisOf(known), BasisOf(document.Record));
        if (edit is null && stored == wanted && known!.TextHash == document.TextHash)
            return false;
        if (stored != document.Basis)
            throw Overtaken(null);
        if (document.Record.Status == DocumentStatus.Retired)
            return false;
        var pressed = new PressedDocument(document.Title, document.Markdown, document.Source, document.Html, document.Docx, document.TextHash);
        var record = known is not null && known.TextHash == document.TextHash && document.Record.Latest.Files is not null ? document.Record : VersionFiles.Named(document.Record, known, pressed);
        if (edit is not null)
            record = record with { Edits = [.. record.Edits, edit] };
        if (record.Latest.Files != known?.Latest.Files)
            await files.WriteAsync(engagement, record, pressed, cancellationToken).ConfigureAwait(false);
        if (edit is not null)
            await files.WriteAsync(engagement, record, edit, document.Source, cancellationToken).ConfigureAwait(false);
        await CommitAsync(engagement, former, record, with, cancellationToken).ConfigureAwait(false);
        await files.SweepAsync(engagement, record, cancellationToken).ConfigureAwait(false);
        return document.IsNewVersion;
    }

    /// <summary>Changes what is recorded of a document.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="record">The record that was read.</param>
    /// <param name="changed">The record as it is to be.</param>
    /// <param name="pressed">Other files of its latest version; null where they stay.</param>
    /// <param name="with">What is committed with it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Somebody else changed it meanwhile; safe to repeat.</exception>
    internal async Task<DocumentRecord> ChangeAsync(
        EngagementId engagement, DocumentRecord record, DocumentRecord changed, PressedDocument? pressed, IReadOnlyList<StateChange> with, CancellationToken cancellationToken)
    {
        var former = await state.FindAsync(engagement, Key(record.Language, record.Kind), cancellationToken).ConfigureAwait(false);
        if (former is null || BasisOf(Read(former)) != BasisOf(record))
            throw Overtaken(null);
        if (pressed is not null)
        {
            changed = VersionFiles.Named(changed with { TextHash = pressed.TextHash }, record, pressed);
            await files.WriteAsync(engagement, changed, pressed, cancellationToken).ConfigureAwait(false);
        }

        await CommitAsync(engagement, former, changed, with, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>The stored text of a version, or null where its file is not there.</summary>
    internal Task<KeptText?> ReadTextAsync(EngagementId engagement, DocumentRecord record, DocumentRevision revision, CancellationToken cancellationToken) =>
        files.ReadTextAsync(engagement, record.BlobPath(revision, "md"), cancellationToken);

    /// <summary>The text that a person brought, or null where its file is not there.</summary>
    internal Task<KeptText?> ReadTextAsync(EngagementId engagement, DocumentRecord record, DocumentEdit edit, CancellationToken cancellationToken) =>
        files.ReadTextAsync(engagement, VersionFiles.PathOf(record, edit), cancellationToken);

    /// <summary>What tells one record from another, the files of its latest version aside: others may write those at the same moment.</summary>
    internal static string BasisOf(DocumentRecord? record) => record is null
        ? ""
        : DocumentJson.Write(record with { TextHash = "", Revisions = [.. record.Revisions.SkipLast(1), record.Revisions[^1] with { Files = null }] });

    private async Task CommitAsync(EngagementId engagement, StateEntry? former, DocumentRecord record, IReadOnlyList<StateChange> with, CancellationToken cancellationToken)
    {
        var json = DocumentJson.Write(record);
        try
        {
            var change = former is null ? StateChange.Insert(Key(record.Language, record.Kind), json) : StateChange.Replace(former, json);
            await state.CommitAsync(engagement, [change, .. with], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException fault)
        {
            throw Overtaken(fault);
        }
    }

    private static OpsException Overtaken(Exception? inner) => OpsException.Retriable(
        "Another run published this document at the same moment. Nothing was lost: run the command again.",
        "Ce document vient d'être publié par une autre exécution. Rien n'est perdu\u00a0: relancez la commande.",
        inner);

    private static StateKey Key(Language language, string kind) => new(Collection, LanguageCode.Of(language) + "/" + kind);

    private static DocumentRecord Read(StateEntry entry) => JsonSerializer.Deserialize(entry.Value, DocumentJson.Default.DocumentRecord)
        ?? throw new InvalidOperationException($"The record {entry.Key.Collection}/{entry.Key.Id} is empty.");
}
