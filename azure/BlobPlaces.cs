using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using OpsAutomation.Engagements;

namespace OpsAutomation.Azure;

/// <summary>
/// Where a path lies: what comes in, what webhooks brought and documents have containers of their own, since rules about their age go by
/// container; a rule cannot name a folder below the engagement's.
/// </summary>
internal sealed class BlobPlaces(BlobServiceClient service)
{
    private static readonly string[] OwnContainers = [StorageNames.Inbox, StorageNames.Webhooks, StorageNames.Documents];

    /// <summary>The blob of a path: in a container of its own without the path's first folder, which is the container's name.</summary>
    public BlockBlobClient Blob(EngagementId engagement, string path)
    {
        foreach (var own in OwnContainers)
        {
            if (IsWithin(path, own))
                return Container(own).GetBlockBlobClient($"{engagement.Value}/{path[(own.Length + 1)..]}");
        }

        return Container(StorageNames.Engagements).GetBlockBlobClient($"{engagement.Value}/{path}");
    }

    /// <summary>
    /// Where blobs lie whose paths begin with a prefix: the container, the prefix within it, the part of a blob's name to take away, and what to put in
    /// its place.
    /// </summary>
    public IEnumerable<(BlobContainerClient Container, string Prefix, string Root, string Folder)> Under(EngagementId engagement, string prefix)
    {
        var root = engagement.Value + "/";
        foreach (var own in OwnContainers)
        {
            if (IsWithin(prefix, own))
            {
                yield return (Container(own), root + prefix[(own.Length + 1)..], root, own + "/");
                yield break;
            }
        }

        yield return (Container(StorageNames.Engagements), root + prefix, root, "");
        foreach (var own in OwnContainers)
        {
            if ((own + "/").StartsWith(prefix, StringComparison.Ordinal))
                yield return (Container(own), root, root, own + "/");
        }
    }

    private static bool IsWithin(string path, string folder) =>
        path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal);

    private BlobContainerClient Container(string name) => service.GetBlobContainerClient(name);
}
