using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
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
    private static readonly string[] FileTypes = ["md", "html", "docx"];
    private static readonly Duration Grace = Duration.FromDays(8);

    /// <summary>Days after which a provisional SOP is to be reviewed.</summary>
    public const int ProvisionalDays = 30;

    /// <summary>The blob of a version in a format, <c>md</c>, <c>html</c> or <c>docx</c>.</summary>
    public static string BlobPath(Language language, string kind, DocumentRevision revision, string extension) =>
        $"{Folder(language, kind)}{revision.Files ?? $"v{revision.Version}"}.{extension}";

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
        var record = known is not null && known.TextHash == document.TextHash && document.Record.Latest.Files is not null ? document.Record : Named(document, known);
        if (edit is not null)
            record = record with { Edits = [.. record.Edits, edit] };
        if (record.Latest.Files != known?.Latest.Files)
            await WriteFilesAsync(engagement, document, record, cancellationToken).ConfigureAwait(false);
        if (edit is not null)
        {
            await blobs.WriteAsync(engagement, Folder(record.Language, record.Kind) + edit.File, (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(document.Source), token).AsTask(), cancellationToken)
                .ConfigureAwait(false);
        }

        await CommitAsync(engagement, former, record, with, cancellationToken).ConfigureAwait(false);
        await SweepAsync(engagement, record, cancellationToken).ConfigureAwait(false);
        return document.IsNewVersion;
    }

    /// <summary>Changes what is recorded of a document.</summary>
    /// <param name="engagement">Whose.</param>
    /// <param name="record">The record that was read.</param>
    /// <param name="changed">The record as it is to be.</param>
    /// <param name="files">Other files of its latest version; null where they stay.</param>
    /// <param name="with">What is committed with it.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="OpsException">Somebody else changed it meanwhile; safe to repeat.</exception>
    internal async Task<DocumentRecord> ChangeAsync(
        EngagementId engagement, DocumentRecord record, DocumentRecord changed, PressedDocument? files, IReadOnlyList<StateChange> with, CancellationToken cancellationToken)
    {
        var former = await state.FindAsync(engagement, Key(record.Language, record.Kind), cancellationToken).ConfigureAwait(false);
        if (former is null || BasisOf(Read(former)) != BasisOf(record))
            throw Overtaken(null);
        if (files is not null)
        {
            changed = Renamed(changed with { TextHash = files.TextHash }, record, FilesOf(files.Source, files.Html, files.Docx));
            await WriteFilesAsync(engagement, changed, FilesOf(files.Source, files.Html, files.Docx), cancellationToken).ConfigureAwait(false);
        }

        await CommitAsync(engagement, former, changed, with, cancellationToken).ConfigureAwait(false);
        return changed;
    }

    /// <summary>The stored text of a version, or null where its file is not there.</summary>
    internal async Task<KeptText?> ReadTextAsync(EngagementId engagement, DocumentRecord record, DocumentRevision revision, CancellationToken cancellationToken) =>
        await ReadAsync(engagement, record.BlobPath(revision, "md"), cancellationToken).ConfigureAwait(false) is { } text ? KeptText.Parse(text) : null;

    /// <summary>The text that a person brought, or null where its file is not there.</summary>
    internal async Task<KeptText?> ReadTextAsync(EngagementId engagement, DocumentRecord record, DocumentEdit edit, CancellationToken cancellationToken) =>
        await ReadAsync(engagement, Folder(record.Language, record.Kind) + edit.File, cancellationToken).ConfigureAwait(false) is { } text ? KeptText.Parse(text) : null;

    /// <summary>What tells one record from another, the files of its latest version aside: others may write those at the same moment.</summary>
    internal static string BasisOf(DocumentRecord? record) => record is null
        ? ""
        : JsonSerializer.Serialize(
            record with { TextHash = "", Revisions = [.. record.Revisions.SkipLast(1), record.Revisions[^1] with { Files = null }] }, DocumentJson.Default.DocumentRecord);

    private async Task<string?> ReadAsync(EngagementId engagement, string path, CancellationToken cancellationToken)
    {
        if (await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false) is not { } stream)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CommitAsync(EngagementId engagement, StateEntry? former, DocumentRecord record, IReadOnlyList<StateChange> with, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(record, DocumentJson.Default.DocumentRecord);
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

    private static DocumentRecord Named(GeneratedDocument document, DocumentRecord? known) =>
        Renamed(document.Record, known, FilesOf(document.Source, document.Html, document.Docx));

    // Files are called by what they hold and by those they replace: a name says one text, and never comes back.
    private static DocumentRecord Renamed(DocumentRecord record, DocumentRecord? known, IReadOnlyList<(string Extension, byte[] Bytes)> files)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(known?.Latest.Files + "\n"));
        foreach (var (_, bytes) in files)
            hash.AppendData(SHA256.HashData(bytes));
        var name = $"v{record.Latest.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        return record with { Revisions = [.. record.Revisions.SkipLast(1), record.Latest with { Files = name }] };
    }

    private static IReadOnlyList<(string Extension, byte[] Bytes)> FilesOf(string source, string html, byte[] docx) =>
        [("md", Encoding.UTF8.GetBytes(source)), ("html", Encoding.UTF8.GetBytes(html)), ("docx", docx)];

    private Task WriteFilesAsync(EngagementId engagement, GeneratedDocument document, DocumentRecord record, CancellationToken cancellationToken) =>
        WriteFilesAsync(engagement, record, FilesOf(document.Source, document.Html, document.Docx), cancellationToken);

    private async Task WriteFilesAsync(EngagementId engagement, DocumentRecord record, IReadOnlyList<(string Extension, byte[] Bytes)> files, CancellationToken cancellationToken)
    {
        foreach (var (extension, bytes) in files)
        {
            await blobs.WriteAsync(engagement, record.BlobPath(record.Latest, extension), (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    // Files that no version names: of earlier texts, and of runs that were killed. A digest that is on its way may name them for a week.
    private async Task SweepAsync(EngagementId engagement, DocumentRecord record, CancellationToken cancellationToken)
    {
        var files = new List<BlobEntry>();
        await foreach (var file in blobs.ListAsync(engagement, Folder(record.Language, record.Kind), cancellationToken).ConfigureAwait(false))
            files.Add(file);
        var named = record.Revisions.SelectMany(revision => FileTypes.Select(extension => record.BlobPath(revision, extension)))
            .Concat(record.Edits.Select(edit => Folder(record.Language, record.Kind) + edit.File)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !named.Contains(file.Path) && file.Modified + Grace < files.Max(other => other.Modified)))
            await blobs.DeleteAsync(engagement, file.Path, cancellationToken).ConfigureAwait(false);
    }

    private static string Folder(Language language, string kind) => $"documents/{LanguageCode.Of(language)}/{kind}/";

    private static OpsException Overtaken(Exception? inner) => OpsException.Retriable(
        "Another run published this document at the same moment. Nothing was lost: run the command again.",
        "Ce document vient d'être publié par une autre exécution. Rien n'est perdu\u00a0: relancez la commande.",
        inner);

    private static StateKey Key(Language language, string kind) => new(Collection, LanguageCode.Of(language) + "/" + kind);

    private static DocumentRecord Read(StateEntry entry) => JsonSerializer.Deserialize(entry.Value, DocumentJson.Default.DocumentRecord)
        ?? throw new InvalidOperationException($"The record {entry.Key.Collection}/{entry.Key.Id} is empty.");
}
