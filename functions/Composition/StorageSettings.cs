using Microsoft.Extensions.Configuration;

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// Where state lives. Nothing set: in a folder of this machine. <c>AzureWebJobsStorage</c>: a connection string, meant for the emulator.
/// <c>AzureWebJobsStorage__accountName</c> or <c>…__blobServiceUri</c>, <c>…__queueServiceUri</c>, <c>…__tableServiceUri</c>: an account by
/// identity. <c>Ops__Storage__BlobUri</c> and <c>Ops__Storage__TableUri</c>: another account for the data, by the same identity.
/// <c>Ops__KeyVaultUri</c>: a vault for secrets, by the same identity.
/// </summary>
internal sealed record StorageSettings
{
    private const string Host = "AzureWebJobsStorage";

    /// <summary>The connection string, or null.</summary>
    public string? ConnectionString { get; private init; }

    /// <summary>The blob service by identity, or null.</summary>
    public Uri? Blobs { get; private init; }

    /// <summary>The queue service by identity, or null.</summary>
    public Uri? Queues { get; private init; }

    /// <summary>The table service by identity, or null.</summary>
    public Uri? Tables { get; private init; }

    /// <summary>The client id of a user-assigned identity, or null.</summary>
    public string? ClientId { get; private init; }

    /// <summary>The key vault, or null.</summary>
    public Uri? KeyVault { get; private init; }

    /// <summary>The folder of what stays on the machine.</summary>
    public required string Home { get; init; }

    /// <summary>Whether state lives in a storage account or the emulator.</summary>
    public bool IsAzure => ConnectionString is not null || Queues is not null;

    /// <summary>Whether the account is one of the cloud, where the machine keeps nothing.</summary>
    public bool IsCloud => Queues is not null;

    /// <summary>Reads the settings.</summary>
    /// <exception cref="InvalidOperationException">They contradict each other or are incomplete.</exception>
    public static StorageSettings From(IConfiguration configuration)
    {
        var connection = Text(configuration[Host]);
        var settings = new StorageSettings
        {
            Home = HomeOf(configuration),
            ConnectionString = connection,
            Blobs = Address(configuration, "Ops:Storage:BlobUri") ?? (connection is null ? Service(configuration, "blob") : null),
            Queues = connection is null ? Service(configuration, "queue") : null,
            Tables = Address(configuration, "Ops:Storage:TableUri") ?? (connection is null ? Service(configuration, "table") : null),
            KeyVault = Address(configuration, "Ops:KeyVaultUri"),
            ClientId = Text(configuration[Host + ":clientId"]) ?? Text(configuration["AZURE_CLIENT_ID"]),
        };
        if (connection is null && (settings.Blobs ?? settings.Queues ?? settings.Tables) is not null)
        {
            foreach (var (service, uri) in new[] { ("blob", settings.Blobs), ("queue", settings.Queues), ("table", settings.Tables) })
            {
                if (uri is null)
                    throw new InvalidOperationException($"{Host}__{service}ServiceUri is not set, while the address of another storage service is: set it, or {Host}__accountName for all three.");
            }
        }

        return settings;
    }

    /// <summary>The folder of what stays on the machine.</summary>
    public static string HomeOf(IConfiguration configuration) => Text(configuration["OPS_HOME"])
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile, Environment.SpecialFolderOption.DoNotVerify), ".opsautomation");

    private static Uri? Service(IConfiguration configuration, string service) =>
        Address(configuration, $"{Host}:{service}ServiceUri")
        ?? (Text(configuration[Host + ":accountName"]) is { } account ? new Uri($"https://{account}.{service}.core.windows.net") : null);

    private static Uri? Address(IConfiguration configuration, string key)
    {
        if (Text(configuration[key]) is not { } text)
            return null;
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
            ? uri
            : throw new InvalidOperationException($"{key.Replace(":", "__", StringComparison.Ordinal)} is '{text}': an absolute https address was expected.");
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
