using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>Removes fact blobs that no manifest names: those of imports that were killed, and those that a later import has replaced.</summary>
internal static class FactSweep
{
    // On a host that runs several at once, another import may still be writing what nothing names yet.
    private static readonly Duration Grace = Duration.FromMinutes(15);

    public static async Task RunAsync(
        IBlobStore blobs, EngagementId engagement, FactManifest manifest, Instant now, CancellationToken cancellationToken)
    {
        var current = manifest.Files.Values.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var orphans = new List<string>();
        await foreach (var blob in blobs.ListAsync(engagement, FactStore.Folder, cancellationToken))
        {
            if (!current.Contains(blob.Path) && blob.Modified + Grace < now)
                orphans.Add(blob.Path);
        }

        foreach (var orphan in orphans)
            await blobs.DeleteAsync(engagement, orphan, cancellationToken);
    }
}
