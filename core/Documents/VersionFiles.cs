using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OpsAutomation.Documents.Kept;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents;

/// <summary>The files of documents' versions, and the texts that people brought: what they are called, how they are written, and which of them nobody names any more.</summary>
internal sealed class VersionFiles(IBlobStore blobs)
{
    private static readonly string[] Types = ["md", "html", "docx"];
    private static readonly Duration Grace = Duration.FromDays(8);

    /// <summary>Where a document's files lie.</summary>
    public static string Folder(Language language, string kind) => $"documents/{LanguageCode.Of(language)}/{kind}/";

    /// <summary>Where a text lies that a person brought.</summary>
    public static string PathOf(DocumentRecord record, DocumentEdit edit) => Folder(record.Language, record.Kind) + edit.File;

    /// <summary>The record with a name for the files of its latest version: by what they hold and by those they replace, so that a name says one text, and never comes back.</summary>
    /// <param name="record">The record.</param>
    /// <param name="known">What is recorded; null where there is none yet.</param>
    /// <param name="pressed">The files.</param>
    public static DocumentRecord Named(DocumentRecord record, DocumentRecord? known, PressedDocument pressed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(known?.Latest.Files + "\n"));
        foreach (var (_, bytes) in Of(pressed))
            hash.AppendData(SHA256.HashData(bytes));
        var name = $"v{record.Latest.Version}-{Convert.ToHexStringLower(hash.GetHashAndReset())[..12]}";
        return record with { Revisions = [.. record.Revisions.SkipLast(1), record.Latest with { Files = name }] };
    }

    /// <summary>Writes the files of the latest version.</summary>
    public async Task WriteAsync(EngagementId engagement, DocumentRecord record, PressedDocument pressed, CancellationToken cancellationToken)
    {
        foreach (var (extension, bytes) in Of(pressed))
            await WriteAsync(engagement, record.BlobPath(record.Latest, extension), bytes, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes the text that a person brought.</summary>
    public Task WriteAsync(EngagementId engagement, DocumentRecord record, DocumentEdit edit, string source, CancellationToken cancellationToken) =>
        WriteAsync(engagement, PathOf(record, edit), Encoding.UTF8.GetBytes(source), cancellationToken);

    /// <summary>A stored text, or null where its file is not there.</summary>
    public async Task<KeptText?> ReadTextAsync(EngagementId engagement, string path, CancellationToken cancellationToken)
    {
        if (await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false) is not { } stream)
            return null;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return KeptText.Parse(await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false));
    }

    /// <summary>
    /// Removes files that no version names: of earlier texts, and of runs that were killed. A digest that is on its way may name them for a week.
    /// </summary>
    public async Task SweepAsync(EngagementId engagement, DocumentRecord record, CancellationToken cancellationToken)
    {
        var files = new List<BlobEntry>();
        await foreach (var file in blobs.ListAsync(engagement, Folder(record.Language, record.Kind), cancellationToken).ConfigureAwait(false))
            files.Add(file);
        var named = record.Revisions.SelectMany(revision => Types.Select(extension => record.BlobPath(revision, extension)))
            .Concat(record.Edits.Select(edit => PathOf(record, edit))).ToHashSet(StringComparer.Ordinal);
        foreach (var file in files.Where(file => !named.Contains(file.Path) && file.Modified + Grace < files.Max(other => other.Modified)))
            await blobs.DeleteAsync(engagement, file.Path, cancellationToken).ConfigureAwait(false);
    }

    private Task WriteAsync(EngagementId engagement, string path, byte[] bytes, CancellationToken cancellationToken) =>
        blobs.WriteAsync(engagement, path, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken);

    private static IReadOnlyList<(string Extension, byte[] Bytes)> Of(PressedDocument pressed) =>
        [(Types[0], Encoding.UTF8.GetBytes(pressed.Source)), (Types[1], Encoding.UTF8.GetBytes(pressed.Html)), (Types[2], pressed.Docx)];
}
