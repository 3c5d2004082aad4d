using System.Runtime.CompilerServices;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Jobs;
using OpsAutomation.Facts;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>
/// Frees the files of an engagement of an erased person: originals of exports are written anew, or deleted where they cannot be; documents and other texts
/// are edited where they stand. A FEC is left: the law has it kept.
/// </summary>
internal sealed class BlobEraser(IBlobStore blobs, IStateStore state, Engagement engagement, ProfileCatalogue profiles)
{
    private readonly TableMapper mapper = new(profiles, MappingContext.Of(engagement));
    private readonly ExportRewriter rewriter = new(new TableMapper(profiles, MappingContext.Of(engagement)), ReadingLimits.Default);
    private readonly ErasureStore store = new(state);

    /// <summary>How many FEC files name the person and were left.</summary>
    public int Left { get; private set; }

    /// <summary>Frees an original that was just imported, or refused, of the people to forget: the person came again, and goes again.</summary>
    public static async Task AfterImportAsync(IBlobStore blobs, IStateStore state, Engagement engagement, string path, CancellationToken cancellationToken)
    {
        if (await new ErasureStore(state).LoadAsync(engagement.Id, cancellationToken).ConfigureAwait(false) is not { } people)
            return;
        var catalogue = await EngagementProfiles.LoadAsync(blobs, engagement.Id, ProfileCatalogue.Default, cancellationToken).ConfigureAwait(false);
        await new BlobEraser(blobs, state, engagement, catalogue).RunAsync(path, null, people, isDry: false, (_, _) => { }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The ids by which originals know the person.</summary>
    public async Task<IReadOnlyCollection<string>> LinksAsync(ErasedPeople people, CancellationToken cancellationToken)
    {
        var links = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var (path, bytes) in OriginalsAsync(cancellationToken).ConfigureAwait(false))
        {
            var editor = new PersonEditor(people);
            if (TryRewrite(path, bytes, editor, Stream.Null, cancellationToken))
                links.UnionWith(editor.Links);
        }

        return links;
    }

    /// <summary>None yet.</summary>
    public SubjectKeys NoKeys() => new(state, mapper);

    /// <summary>The facts that are about the person by what originals say.</summary>
    public async Task<SubjectKeys> KeysAsync(ErasedPeople people, CancellationToken cancellationToken)
    {
        var keys = new SubjectKeys(state, mapper);
        await foreach (var (path, bytes) in OriginalsAsync(cancellationToken).ConfigureAwait(false))
            keys.Learn(ContentOf(path, bytes), people);
        return keys;
    }

    /// <summary>Frees all files.</summary>
    public async Task RunAsync(ErasedPerson person, ErasedPeople people, bool isDry, Action<string, int> found, CancellationToken cancellationToken)
    {
        Left = 0;
        var entries = new List<BlobEntry>();
        await foreach (var blob in blobs.ListAsync(engagement.Id, "", cancellationToken).ConfigureAwait(false))
        {
            if (!blob.Path.StartsWith(FactStore.Folder, StringComparison.Ordinal) && !blob.Path.StartsWith(Eraser.Folder, StringComparison.Ordinal))
                entries.Add(blob);
        }

        foreach (var blob in entries)
            await RunAsync(blob.Path, person, people, isDry, found, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Frees one file.</summary>
    public async Task RunAsync(string path, ErasedPerson? person, ErasedPeople people, bool isDry, Action<string, int> found, CancellationToken cancellationToken)
    {
        var bytes = await ReadAsync(path, cancellationToken).ConfigureAwait(false);
        if (bytes is null)
            return;
        var (edited, count) = Edited(path, bytes, people, cancellationToken);
        var renamed = Renamed(path, people);
        if (count == 0 && renamed == path)
            return;
        found(PlaceOf(path), Math.Max(1, count));
        if (isDry)
            return;
        if (person is not null)
            await store.NoteAsync(engagement.Id, person, PlaceOf(path), path, Math.Max(1, count), cancellationToken).ConfigureAwait(false);
        if (edited is not null)
        {
            // Before the file: where a run stops in between, the copy is no export that nobody has seen.
            if (IsOriginal(path) && await ImportedAsAsync(bytes, cancellationToken).ConfigureAwait(false) is { } original)
                await store.NoteCopyAsync(engagement.Id, HashOf(edited), original, cancellationToken).ConfigureAwait(false);
            await blobs.WriteAsync(engagement.Id, renamed, (stream, token) => stream.WriteAsync(edited, token).AsTask(), cancellationToken).ConfigureAwait(false);
        }

        // Last: where a run stops before, the next one finds the file.
        if (edited is null || renamed != path)
            await blobs.DeleteAsync(engagement.Id, path, cancellationToken).ConfigureAwait(false);
    }

    private (byte[]? Edited, int Count) Edited(string path, byte[] bytes, ErasedPeople people, CancellationToken cancellationToken)
    {
        if (path.StartsWith(WebhookDelivery.PathOf(""), StringComparison.Ordinal))
            return StateEraser.Bytes(bytes, people) is var body && ReferenceEquals(body, bytes) ? (bytes, 0) : (body, 1);
        if (!IsOriginal(path))
            return TextFile.Edit(path, bytes, people);
        if (IsFec(path, bytes))
        {
            Left += new TextFile(people).Names(bytes) ? 1 : 0;
            return (bytes, 0);
        }

        var editor = new PersonEditor(people);
        using var copy = new MemoryStream();
        if (TryRewrite(path, bytes, editor, copy, cancellationToken))
            return (copy.ToArray(), editor.Found);
        // What no reader takes is searched as text, and goes where it names the person.
        return new TextFile(people).Names(bytes) ? (null, 1) : (bytes, 0);
    }

    // False where no reader takes it, or it is of a kind that cannot be written.
    private bool TryRewrite(string path, byte[] bytes, PersonEditor editor, Stream target, CancellationToken cancellationToken)
    {
        try
        {
            rewriter.Write(ContentOf(path, bytes), editor, name => name, target, cancellationToken);
            return true;
        }
        catch (OpsException)
        {
            return false;
        }
    }

    private async Task<string?> ImportedAsAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        var hash = HashOf(bytes);
        hash = await store.OriginalOfAsync(engagement.Id, hash, cancellationToken).ConfigureAwait(false) ?? hash;
        var imports = await new ImportLedger(state).ReadAsync(engagement.Id, int.MaxValue, cancellationToken).ConfigureAwait(false);
        return imports.Any(import => import.Source.ContentHash == hash) ? hash : null;
    }

    // One at a time: what an engagement was sent over the years need not fit into memory.
    private async IAsyncEnumerable<(string Path, byte[] Bytes)> OriginalsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var folder in OriginalsSweep.Folders)
        {
            await foreach (var blob in blobs.ListAsync(engagement.Id, folder, cancellationToken).ConfigureAwait(false))
            {
                if (await ReadAsync(blob.Path, cancellationToken).ConfigureAwait(false) is { } bytes)
                    yield return (blob.Path, bytes);
            }
        }
    }

    private async Task<byte[]?> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (await blobs.OpenReadAsync(engagement.Id, path, cancellationToken).ConfigureAwait(false) is not { } stream)
            return null;
        await using (stream.ConfigureAwait(false))
        {
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, cancellationToken).ConfigureAwait(false);
            return copy.ToArray();
        }
    }

    private static ExportContent ContentOf(string path, byte[] bytes) =>
        new(ExportFileName.Of(path[(path.LastIndexOf('/') + 1)..]), bytes.Length, () => new MemoryStream(bytes, writable: false));

    private static string HashOf(byte[] bytes) => ContentHash.Of(() => new MemoryStream(bytes, writable: false), CancellationToken.None);

    private static bool IsOriginal(string path) => Array.Exists(OriginalsSweep.Folders, folder => path.StartsWith(folder, StringComparison.Ordinal));

    private static bool IsFec(string path, byte[] bytes)
    {
        try
        {
            using var file = ExportFile.Open(new(path, bytes.Length, () => new MemoryStream(bytes, writable: false)), ReadingLimits.Default);
            return file.Tables.All(table => table.Format == "fec");
        }
        catch (OpsException)
        {
            return false;
        }
    }

    // Folders are ids of ours; a file's name is what people gave it.
    private static string Renamed(string path, ErasedPeople people)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        var freed = people.Replace(name);
        return ReferenceEquals(freed, name) ? path : path[..^name.Length] + freed;
    }

    private static string PlaceOf(string path) => path.Split('/')[0] switch
    {
        "inbox" or "pulled" or "uploads" => "originals",
        "webhooks" => "webhooks",
        "documents" => "documents",
        "rejections" or "imports" => "rejections",
        _ => "files",
    };
}
