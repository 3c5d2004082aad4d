using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Documents.Templating;
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
    /// Stores a document. The same content makes no new version; where only figures moved, the current version gets other files and its
    /// number stays.
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
        var record = Named(document, known);
        await WriteFilesAsync(engagement, document, record, cancellationToken).ConfigureAwait(false);
        var json = JsonSerializer.Serialize(record, DocumentJson.Default.DocumentRecord);
        try
        {
            var change = former is null ? StateChange.Insert(key, json) : StateChange.Replace(former, json);
            await state.CommitAsync(engagement, [change], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException fault)
        {
            throw Overtaken(fault);
        }

        await SweepAsync(engagement, record, cancellationToken).ConfigureAwait(false);
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

    // Files are called by what they hold and by those they replace: a name says one text, and never comes back.
    private static DocumentRecord Named(GeneratedDocument document, DocumentRecord? known)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(known?.Current.Files + "\n"));
        foreach (var (_, bytes) in FilesOf(document))
            hash.AppendData(SHA256.HashData(bytes));
        var name = $"v{document.Record.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        return document.Record with { Revisions = [.. document.Record.Revisions.SkipLast(1), document.Record.Current with { Files = name }] };
    }

    private static IEnumerable<(string Extension, byte[] Bytes)> FilesOf(GeneratedDocument document) =>
        [("md", Encoding.UTF8.GetBytes(document.Markdown)), ("html", Encoding.UTF8.GetBytes(document.Html)), ("docx", document.Docx)];

    private async Task WriteFilesAsync(EngagementId engagement, GeneratedDocument document, DocumentRecord record, CancellationToken cancellationToken)
    {
        foreach (var (extension, bytes) in FilesOf(document))
        {
            await blobs.WriteAsync(engagement, record.BlobPath(extension), (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken)
                .ConfigureAwait(false);
        }
    }

    // Files that no version names: of earlier texts, and of runs that were killed. A digest that is on its way may name them for a week.
    private async Task SweepAsync(EngagementId engagement, DocumentRecord record, CancellationToken cancellationToken)
    {
        var files = new List<BlobEntry>();
        await foreach (var file in blobs.ListAsync(engagement, Folder(record.Language, record.Kind), cancellationToken).ConfigureAwait(false))
            files.Add(file);
        var named = record.Revisions.SelectMany(revision => FileTypes.Select(extension => record.BlobPath(revision, extension))).ToHashSet(StringComparer.Ordinal);
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
