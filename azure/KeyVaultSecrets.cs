using System.Collections.Concurrent;
using System.Globalization;
using Azure;
using Azure.Security.KeyVault.Secrets;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>
/// Secrets in a key vault: one secret per engagement and name, whose two newest enabled versions are valid. Versions that ended are
/// disabled and not deleted, since a deleted secret's name could not be used again before it is purged. What was read is kept for a minute.
/// </summary>
/// <param name="client">The vault.</param>
/// <param name="time">Ages what was read.</param>
public sealed class KeyVaultSecrets(SecretClient client, TimeProvider time) : ISecretStore
{
    private const int Valid = 2;
    private const int MostKept = 1000;
    private const string OrderTag = "order";

    // No engagement's: their secrets go on with a number.
    private const string Missing = "ops-doctor";
    private const string MissingVersion = "00000000000000000000000000000000";
    private static readonly Duration Kept = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (Instant Until, IReadOnlyList<string> Values)> known = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<string>> FindAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        var secret = NameOf(engagement, name);
        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        if (known.TryGetValue(secret, out var read) && now < read.Until)
            return read.Values;
        var values = new List<string>();
        try
        {
            foreach (var version in (await VersionsAsync(secret, cancellationToken).ConfigureAwait(false)).Take(Valid))
                values.Add((await client.GetSecretAsync(secret, version.Version, cancellationToken: cancellationToken).ConfigureAwait(false)).Value.Value);
        }
        catch (RequestFailedException failure)
        {
            throw Failure(failure);
        }

        if (known.Count >= MostKept)
            known.Clear();
        known[secret] = (now + Kept, values);
        return values;
    }

    /// <inheritdoc/>
    public async Task RotateAsync(EngagementId engagement, string name, string value, CancellationToken cancellationToken = default)
    {
        SecretName.Check(name, value);
        var secret = NameOf(engagement, name);
        try
        {
            var versions = await VersionsAsync(secret, cancellationToken).ConfigureAwait(false);
            var added = new KeyVaultSecret(secret, value);
            added.Properties.Tags[OrderTag] = (versions.Select(OrderOf).DefaultIfEmpty().Max() + 1).ToString(CultureInfo.InvariantCulture);
            await client.SetSecretAsync(added, cancellationToken).ConfigureAwait(false);
            foreach (var ended in versions.Skip(Valid - 1))
                await DisableAsync(ended, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure)
        {
            throw Failure(failure);
        }
        finally
        {
            known.TryRemove(secret, out _);
        }
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(EngagementId engagement, string name, CancellationToken cancellationToken = default)
    {
        var secret = NameOf(engagement, name);
        try
        {
            foreach (var version in await VersionsAsync(secret, cancellationToken).ConfigureAwait(false))
                await DisableAsync(version, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure)
        {
            throw Failure(failure);
        }
        finally
        {
            known.TryRemove(secret, out _);
        }
    }

    /// <summary>
    /// Tries to read and to change a secret that there is not: the vault asks for the right before it looks, and nothing is left behind, as a secret that
    /// was made and deleted would be for ninety days.
    /// </summary>
    /// <exception cref="OpsException">Refused: the store denies one or the other. Retriable: it failed.</exception>
    public async Task TryAsync(CancellationToken cancellationToken = default)
    {
        try
        {
            await VersionsAsync(Missing, cancellationToken).ConfigureAwait(false);
            await client.UpdateSecretPropertiesAsync(new SecretProperties(new Uri(client.VaultUri, $"secrets/{Missing}/{MissingVersion}")) { Enabled = false }, cancellationToken).ConfigureAwait(false);
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            // It may, and there is none.
        }
        catch (RequestFailedException failure)
        {
            throw Failure(failure);
        }
    }

    /// <summary>The name within the vault: both parts are of its alphabet, and the length says where the first ends.</summary>
    internal static string NameOf(EngagementId engagement, string name)
    {
        SecretName.Check(name);
        return $"ops-{engagement.Value.Length.ToString(CultureInfo.InvariantCulture)}-{engagement.Value}-{name}";
    }

    // The vault dates versions by the second: the tag tells those of the same second apart. A version that a person sets in the portal has none.
    private async Task<List<SecretProperties>> VersionsAsync(string secret, CancellationToken cancellationToken)
    {
        var found = new List<SecretProperties>();
        try
        {
            await foreach (var version in client.GetPropertiesOfSecretVersionsAsync(secret, cancellationToken).ConfigureAwait(false))
            {
                if (version.Enabled != false)
                    found.Add(version);
            }
        }
        catch (RequestFailedException failure) when (failure.Status == 404)
        {
            return [];
        }

        return [.. found.OrderByDescending(version => version.CreatedOn).ThenByDescending(OrderOf)];
    }

    private Task DisableAsync(SecretProperties version, CancellationToken cancellationToken)
    {
        version.Enabled = false;
        return client.UpdateSecretPropertiesAsync(version, cancellationToken);
    }

    private static int OrderOf(SecretProperties version) =>
        version.Tags.TryGetValue(OrderTag, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0;

    private static OpsException Failure(RequestFailedException failure) => failure.Status switch
    {
        401 or 403 => OpsException.Refused(
            $"The key vault refused access ({failure.Status}). Give the app's identity the role Key Vault Secrets Officer on it, and see its firewall, then try again.",
            $"Le coffre de clés a refusé l'accès ({failure.Status}). Donnez à l'identité de l'application le rôle Key Vault Secrets Officer, vérifiez son pare-feu, puis réessayez.",
            failure),
        409 => OpsException.Refused(
            "The key vault holds a deleted secret of that name: recover or purge it in the vault, then try again.",
            "Le coffre de clés contient un secret supprimé de ce nom\u00a0: récupérez-le ou purgez-le dans le coffre, puis réessayez.",
            failure),
        _ => OpsException.Retriable(
            $"The key vault did not do what was asked ({failure.Status}). Try again.",
            $"Le coffre de clés n'a pas fait ce qui était demandé ({failure.Status}). Réessayez.",
            failure),
    };
}
