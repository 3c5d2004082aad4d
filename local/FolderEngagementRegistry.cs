using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>Engagements as folders that hold an <c>engagement.yaml</c>, which its owner edits with any text editor.</summary>
public sealed class FolderEngagementRegistry : IEngagementRegistry
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private readonly string folder;
    private readonly AtomicFile files;

    internal FolderEngagementRegistry(string home, AtomicFile files)
    {
        folder = Path.Combine(home, "engagements");
        this.files = files;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<EngagementId>> ListAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            return Task.FromResult<IReadOnlyList<EngagementId>>(Directory.Exists(folder)
                ? [.. Directory.EnumerateDirectories(folder)
                    .Where(path => EngagementId.TryParse(Path.GetFileName(path), out _))
                    .Select(path => EngagementId.Parse(Path.GetFileName(path)))
                    .Where(id => File.Exists(FileOf(id)))
                    .OrderBy(id => id.Value, StringComparer.Ordinal)]
                : []);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, folder);
        }
    }

    /// <inheritdoc/>
    public async Task<ConfigurationText?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var file = FileOf(engagement);
        try
        {
            var bytes = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
            return new ConfigurationText(file, StrictUtf8.GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (DecoderFallbackException exception)
        {
            throw OpsException.Refused(
                $"{file} is not UTF-8 text. Save it as UTF-8 in your editor, then run the command again.",
                $"{file} n'est pas du texte UTF-8. Enregistrez-le en UTF-8 dans votre éditeur, puis relancez la commande.",
                exception);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, file);
        }
    }

    /// <inheritdoc/>
    public Task<bool> CreateAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        WriteAsync(engagement, yaml, replace: false, cancellationToken);

    /// <inheritdoc/>
    public Task SaveAsync(EngagementId engagement, string yaml, CancellationToken cancellationToken = default) =>
        WriteAsync(engagement, yaml, replace: true, cancellationToken);

    private Task<bool> WriteAsync(EngagementId engagement, string yaml, bool replace, CancellationToken cancellationToken)
    {
        var bytes = StrictUtf8.GetBytes(yaml);
        return files.WriteAsync(FileOf(engagement), replace, (stream, token) => stream.WriteAsync(bytes, token).AsTask(), cancellationToken);
    }

    private string FileOf(EngagementId engagement) => Path.Combine(folder, engagement.Value, "engagement.yaml");
}
