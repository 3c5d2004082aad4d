using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Local;

/// <summary>
/// The secrets of a home: a JSON file, by engagement and name, that only this account may read. One that others may read is refused until
/// somebody has looked: whoever could read it may know the secrets.
/// </summary>
public sealed class SecretsFile : ISecretStore, IDisposable
{
    private const int Valid = 2;
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private readonly string path;
    private readonly AtomicFile files;
    private readonly SemaphoreSlim gate = new(1, 1);

    internal SecretsFile(string path, AtomicFile files)
    {
        this.path = path;
        this.files = files;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name);
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var all = await ReadAsync(cancellationToken).ConfigureAwait(false);
            return all.GetValueOrDefault(engagement.Value)?.GetValueOrDefault(name) ?? [];
        }
        finally
        {
            gate.Release();
        }
    }

    /// <inheritdoc/>
    public Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name, value);
        return ChangeAsync(engagement, secrets => secrets[name] = [.. secrets.GetValueOrDefault(name, []).Prepend(value).Take(Valid)], cancellationToken);
    }

    /// <inheritdoc/>
    public Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name);
        return ChangeAsync(engagement, secrets => secrets.Remove(name), cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => gate.Dispose();

    private async Task ChangeAsync(EngagementId engagement, Action<SortedDictionary<string, List<string>>> change, CancellationToken cancellationToken)
    {
        await gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var all = await ReadAsync(cancellationToken).ConfigureAwait(false);
            if (!all.TryGetValue(engagement.Value, out var secrets))
                all.Add(engagement.Value, secrets = new(StringComparer.Ordinal));
            change(secrets);
            if (secrets.Count == 0)
                all.Remove(engagement.Value);
            await files.WriteAsync(
                path, replace: true, ownerOnly: true,
                (stream, token) => JsonSerializer.SerializeAsync(stream, all, SecretsJson.Default.Secrets, token), cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<SortedDictionary<string, SortedDictionary<string, List<string>>>> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            await using (stream.ConfigureAwait(false))
            {
                if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(stream.SafeFileHandle) & Others) != UnixFileMode.None)
                    throw Readable();
                return await JsonSerializer.DeserializeAsync(stream, SecretsJson.Default.Secrets, cancellationToken).ConfigureAwait(false) ?? [];
            }
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (JsonException exception)
        {
            throw OpsException.Refused(
                $"{path} is damaged. Restore it from a backup, or delete it and give every webhook a new secret.",
                $"{path} est endommagé. Restaurez-le depuis une sauvegarde, ou supprimez-le et donnez un nouveau secret à chaque webhook.",
                exception);
        }
        catch (Exception exception) when (StorageFailure.IsStorage(exception))
        {
            throw StorageFailure.Of(exception, path);
        }
    }

    private OpsException Readable() => OpsException.Refused(
        $"Other accounts may read {path}, which holds secrets. Take their rights away (chmod 600), rotate the secrets that they may have seen, then try again.",
        $"D'autres comptes peuvent lire {path}, qui contient des secrets. Retirez-leur ce droit (chmod 600), remplacez les secrets qu'ils ont pu voir, puis réessayez.");
}
