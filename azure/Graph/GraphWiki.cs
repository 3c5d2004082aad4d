using System.Net;
using System.Security.Cryptography;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Kiota.Abstractions;
using OpsAutomation.Engagements;
using OpsAutomation.Publishing;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Files of a folder in SharePoint or OneDrive. Each is replaced in place, by its id and only where it is as it was seen: its versions, links and
/// permissions stay. Permission: <c>Sites.Selected</c> with write on the site, or <c>Files.ReadWrite.All</c>.
/// </summary>
public sealed class GraphWiki(GraphClients clients) : IWiki
{
    private static readonly TimeSpan LongestDownload = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    public Task<RemotePage?> FindAsync(EngagementId engagement, PublishingTarget target, string id, CancellationToken cancellationToken = default) => RunAsync(
        async () => await ItemAsync(target, id, cancellationToken).ConfigureAwait(false) is { } item ? Describe(item) : null, cancellationToken);

    /// <inheritdoc/>
    public Task<bool> IsOursAsync(
        EngagementId engagement, PublishingTarget target, RemotePage found, IReadOnlyList<string> hashes, CancellationToken cancellationToken = default) => RunAsync(
        async () =>
        {
            if (await ItemAsync(target, found.Id, cancellationToken).ConfigureAwait(false) is not { } item || Describe(item).Mark != found.Mark)
                return false;
            // SharePoint writes properties into Office files by itself, in the name of the app that sent them: no person was there.
            if (item.LastModifiedBy is { User: null, Application: not null })
                return true;
            var (graph, drive) = await OpenAsync(target, cancellationToken).ConfigureAwait(false);
            var content = await graph.Drives[drive].Items[found.Id].Content.GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var stream = GraphStream.Of(content ?? Stream.Null, GraphUse.WriteDrive, LongestDownload);
            await using (stream.ConfigureAwait(false))
                return hashes.Contains(Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken).ConfigureAwait(false)), StringComparer.Ordinal);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<RemotePage?> CreateAsync(EngagementId engagement, PublishingTarget target, PageContent page, CancellationToken cancellationToken = default) => RunAsync(
        async () =>
        {
            var (graph, drive) = await OpenAsync(target, cancellationToken).ConfigureAwait(false);
            var upload = new DriveUpload(graph, clients.Http, drive);
            var path = PathOf(target, page.Key);
            if (await upload.CreateAsync(path, page.Bytes, cancellationToken).ConfigureAwait(false) is { } made)
                return Describe(made);
            // A file of that name is there: a run's that could not record it, or somebody else's.
            var there = await graph.Drives[drive].Items["root"].WithUrl(DriveUpload.AddressOf(graph, drive, path)).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            var found = Describe(there!);
            return await IsOursAsync(engagement, target, found, [page.Hash], cancellationToken).ConfigureAwait(false)
                ? await ReplaceAsync(engagement, target, found, page, cancellationToken).ConfigureAwait(false)
                : null;
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task<RemotePage?> ReplaceAsync(
        EngagementId engagement, PublishingTarget target, RemotePage known, PageContent page, CancellationToken cancellationToken = default) => RunAsync(
        async () =>
        {
            var (graph, drive) = await OpenAsync(target, cancellationToken).ConfigureAwait(false);
            var replaced = await new DriveUpload(graph, clients.Http, drive).ReplaceAsync(known.Id, known.Mark, page.Bytes, cancellationToken).ConfigureAwait(false);
            return replaced is null ? null : Describe(replaced);
        },
        cancellationToken);

    /// <inheritdoc/>
    public Task RemoveAsync(EngagementId engagement, PublishingTarget target, RemotePage known, CancellationToken cancellationToken = default) => RunAsync(
        async () =>
        {
            var (graph, drive) = await OpenAsync(target, cancellationToken).ConfigureAwait(false);
            try
            {
                await graph.Drives[drive].Items[known.Id].DeleteAsync(config => config.Headers.Add("If-Match", known.Mark), cancellationToken).ConfigureAwait(false);
            }
            catch (ApiException gone) when (GraphFailure.StatusOf(gone) == HttpStatusCode.NotFound)
            {
                // Somebody was quicker.
            }

            return true;
        },
        cancellationToken);

    // Names that every drive takes: the keys are of letters, digits, hyphens and one dot.
    private static string PathOf(PublishingTarget target, string key) => target.Drive!.Folder.Length == 0 ? key : $"{target.Drive.Folder}/{key}";

    private async Task<(GraphServiceClient Graph, string Drive)> OpenAsync(PublishingTarget target, CancellationToken cancellationToken)
    {
        var graph = clients.Of(target.Drive!.Tenant);
        return (graph, await GraphDrive.DriveAsync(graph, target.Drive, cancellationToken).ConfigureAwait(false));
    }

    private async Task<DriveItem?> ItemAsync(PublishingTarget target, string id, CancellationToken cancellationToken)
    {
        var (graph, drive) = await OpenAsync(target, cancellationToken).ConfigureAwait(false);
        try
        {
            var item = await graph.Drives[drive].Items[id].GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false);
            return item is { Deleted: null, File: not null } ? item : null;
        }
        catch (ApiException gone) when (GraphFailure.StatusOf(gone) is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
            return null;
        }
    }

    private static RemotePage Describe(DriveItem item) => new(item.Id!, item.ETag ?? "", item.WebUrl);

    private static async Task<T> RunAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work().ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested && GraphFailure.IsGraph(error))
        {
            throw GraphFailure.Of(error, GraphUse.WriteDrive);
        }
    }
}
