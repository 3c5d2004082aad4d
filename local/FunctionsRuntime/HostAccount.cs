using System.Reflection;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>The storage account that the host keeps its own things in, by the settings of the real one: <c>AzureWebJobsStorage</c>.</summary>
public static partial class HostAccount
{
    /// <summary>The setting's name: a connection string, or the section of the account's addresses.</summary>
    public const string Setting = "AzureWebJobsStorage";

    private const int LongestId = 32;

    /// <summary>The account's blobs; null where no account is set, or only one by identity and the app has none.</summary>
    public static BlobServiceClient? Blobs(IConfiguration configuration, TokenCredential? identity)
    {
        if (configuration[Setting] is { } connection && !string.IsNullOrWhiteSpace(connection))
            return new BlobServiceClient(connection);
        var address = configuration[Setting + ":blobServiceUri"] is { Length: > 0 } uri ? uri
            : configuration[Setting + ":accountName"] is { Length: > 0 } account ? $"https://{account.Trim()}.blob.core.windows.net"
            : null;
        return address is null || identity is null ? null : new BlobServiceClient(new Uri(address.Trim()), identity);
    }

    /// <summary>Which apps are one: the setting <c>AzureFunctionsWebHost__hostid</c>, else named after the assembly of the functions.</summary>
    public static string IdOf(IConfiguration configuration, Assembly functions)
    {
        var name = configuration["AzureFunctionsWebHost:hostid"] is { Length: > 0 } set ? set : functions.GetName().Name!;
        var id = Other().Replace(name.ToLowerInvariant(), "-").Trim('-');
        return id.Length > LongestId ? id[..LongestId].TrimEnd('-') : id;
    }

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Other();
}
