using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Drives.Item.Items.Item.Delta;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Drives of SharePoint and OneDrive. Delta exists for the whole drive only, so that what is not in the folder is left out here. Permission:
/// <c>Sites.Selected</c> with read on the site, or <c>Files.Read.All</c>.
/// </summary>
public sealed class GraphDrive(GraphClients clients) : IDrive
{
    private const int PageSize = 200;
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(30);
    private static readonly string[] Fields = ["id", "name", "size", "file", "folder", "deleted", "parentReference", "eTag", "cTag", "fileSystemInfo", "lastModifiedDateTime"];

    /// <inheritdoc/>
    public Task<DrivePage> ReadAsync(EngagementId engagement, DriveOrigin place, string? cursor, CancellationToken cancellationToken = default) => RunAsync(
        async () =>
        {
            var graph = clients.Of(place.Tenant);
            var drive = await DriveAsync(graph, place, cancellationToken).ConfigureAwait(false);
            var folder = await FolderAsync(graph, drive, place.Folder, cancellationToken).ConfigureAwait(false);
            // Another folder may stand under the same name: what is in it was never told as a change.
            var link = cursor?.Split('\n') is [var read, var next] && read == folder ? next : null;
            var page = await PageAsync(graph, drive, link, cancellationToken).ConfigureAwait(false);
            var tree = new DriveTree(graph, drive, folder, place.Subfolders);
            var files = await tree.FilesAsync(page.Value ?? [], isFirst: link is null, cancellationToken).ConfigureAwait(false);
            var end = page.OdataNextLink ?? page.OdataDeltaLink ?? throw new InvalidDataException("A page of changes names no next one.");
            return new DrivePage([.. files.Select(Describe)], $"{folder}\n{end}", page.OdataNextLink is not null);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<Stream?> OpenAsync(EngagementId engagement, DriveOrigin place, string file, CancellationToken cancellationToken = default) => RunAsync<Stream?>(
        async () =>
        {
            var graph = clients.Of(place.Tenant);
            var drive = await DriveAsync(graph, place, cancellationToken).ConfigureAwait(false);
            try
            {
                var stream = await graph.Drives[drive].Items[file].Content.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
                return GraphStream.Of(stream ?? Stream.Null, GraphUse.ReadDrive, LongestDownload);
            }
            catch (ODataError error) when (GraphFailure.StatusOf(error) is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            {
                return null;
            }
        },
        cancellationToken);

    // A cursor that the service no longer knows is answered 410: all is read again from the start.
    private static async Task<DeltaGetResponse> PageAsync(GraphServiceClient graph, string drive, string? link, CancellationToken cancellationToken)
    {
        var delta = graph.Drives[drive].Items["root"].Delta;
        try
        {
            var page = link is null
                ? await delta.GetAsDeltaGetResponseAsync(
                    config =>
                    {
                        Lean(config.Headers);
                        (config.QueryParameters.Select, config.QueryParameters.Top) = (Fields, PageSize);
                    },
                    cancellationToken).ConfigureAwait(false)
                : await delta.WithUrl(link).GetAsDeltaGetResponseAsync(config => Lean(config.Headers), cancellationToken).ConfigureAwait(false);
            return page ?? throw new InvalidDataException("A page of changes is empty.");
        }
        catch (ODataError error) when (link is not null && GraphFailure.StatusOf(error) == HttpStatusCode.Gone)
        {
            return await PageAsync(graph, drive, null, cancellationToken).ConfigureAwait(false);
        }
    }

    // Without this the folders above each change count as changed too.
    private static void Lean(RequestHeaders headers) => headers.Add("deltaExcludeParent", "true");

    internal static async Task<string> DriveAsync(GraphServiceClient graph, DriveOrigin place, CancellationToken cancellationToken)
    {
        if (place.Drive is { } named && !named.Contains('@', StringComparison.Ordinal))
            return named;
        var root = graph.RequestAdapter.BaseUrl;
        // A site by its path is between colons, whose slashes are the path's own.
        var link = place.Drive is { } owner ? $"{root}/users/{Uri.EscapeDataString(owner)}/drive"
            : place.Site!.Contains(":/", StringComparison.Ordinal) ? $"{root}/sites/{Escape(place.Site)}:/drive"
            : $"{root}/sites/{Escape(place.Site)}/drive";
        var drive = await graph.Drives[""].WithUrl(link).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return drive!.Id!;
    }

    private static async Task<string> FolderAsync(GraphServiceClient graph, string drive, string folder, CancellationToken cancellationToken)
    {
        var link = $"{graph.RequestAdapter.BaseUrl}/drives/{Uri.EscapeDataString(drive)}/root" + (folder.Length == 0 ? "" : $":/{Escape(folder)}");
        var item = await graph.Drives[drive].Items["root"].WithUrl(link).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
        return item is { Folder: not null, Id: { } id } ? id : throw new OpsException(FailureKind.Refused, GraphUse.ReadDrive.NotFound);
    }

    internal static string Escape(string path) => string.Join('/', path.Split('/').Select(part => Uri.EscapeDataString(part).Replace("%3A", ":", StringComparison.Ordinal).Replace("%2C", ",", StringComparison.Ordinal)));

    private static DriveFile Describe(DriveItem item)
    {
        var hashes = item.File?.Hashes;
        var modified = item.FileSystemInfo?.LastModifiedDateTime ?? item.LastModifiedDateTime ?? DateTimeOffset.UnixEpoch;
        return new(
            // The cTag would tell contents alone, but delta leaves it out where a listing has it: one file would have two versions.
            item.Id!, item.Name ?? "", item.Size ?? 0, Instant.FromDateTimeOffset(modified), item.ETag ?? item.CTag ?? modified.UtcTicks.ToString(System.Globalization.CultureInfo.InvariantCulture),
            hashes?.QuickXorHash ?? hashes?.Sha256Hash ?? hashes?.Sha1Hash);
    }

    private static async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GraphFailure.IsGraph(error))
        {
            throw GraphFailure.Of(error, GraphUse.ReadDrive);
        }
    }
}
