using System.Net;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Which changes of a drive are files of the wanted folder. A change names its parent by id alone, so that with folders below, the parents
/// of parents are asked for, each once.
/// </summary>
internal sealed class DriveTree(GraphServiceClient graph, string drive, string folder, bool below)
{
    private readonly Dictionary<string, bool> inside = new(StringComparer.Ordinal) { [folder] = true };

    /// <summary>The files among changes, each as it was last.</summary>
    /// <param name="changes">A page of changes.</param>
    /// <param name="isFirst">Whether all of the drive is being read: then every file is a change of its own.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<IReadOnlyList<DriveItem>> FilesAsync(List<DriveItem> changes, bool isFirst, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, DriveItem>(StringComparer.Ordinal);
        foreach (var item in changes)
        {
            if (item.Id is null || item.Deleted is not null)
            {
                files.Remove(item.Id ?? "");
                continue;
            }

            var isWanted = await IsInsideAsync(item.ParentReference?.Id, cancellationToken).ConfigureAwait(false);
            if (item.File is not null && isWanted)
                files[item.Id] = item;
            else
                files.Remove(item.Id);
            // A folder that is moved in is one change: its files are none.
            if (item.Folder is not null && isWanted && below && !isFirst)
                await AddAllAsync(item.Id, files, cancellationToken).ConfigureAwait(false);
        }

        return [.. files.Values];
    }

    private async Task<bool> IsInsideAsync(string? parent, CancellationToken cancellationToken)
    {
        if (parent is null)
            return false;
        if (inside.TryGetValue(parent, out var known))
            return known;
        if (!below)
            return false;
        var above = await ParentAsync(parent, cancellationToken).ConfigureAwait(false);
        return inside[parent] = await IsInsideAsync(above, cancellationToken).ConfigureAwait(false);
    }

    private async Task<string?> ParentAsync(string item, CancellationToken cancellationToken)
    {
        try
        {
            var found = await graph.Drives[drive].Items[item].GetAsync(config => config.QueryParameters.Select = ["id", "parentReference"], cancellationToken).ConfigureAwait(false);
            return found?.ParentReference?.Id;
        }
        catch (ODataError error) when (GraphFailure.StatusOf(error) == HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task AddAllAsync(string parent, Dictionary<string, DriveItem> files, CancellationToken cancellationToken)
    {
        var builder = graph.Drives[drive].Items[parent].Children;
        DriveItemCollectionResponse? page;
        try
        {
            page = await builder.GetAsync(config => config.QueryParameters.Top = 200, cancellationToken).ConfigureAwait(false);
        }
        catch (ODataError error) when (GraphFailure.StatusOf(error) == HttpStatusCode.NotFound)
        {
            return;
        }

        while (page is not null)
        {
            foreach (var child in page.Value ?? [])
            {
                if (child.File is not null)
                    files[child.Id!] = child;
                else if (child.Folder is not null)
                    await AddAllAsync(child.Id!, files, cancellationToken).ConfigureAwait(false);
            }

            page = page.OdataNextLink is { } next ? await builder.WithUrl(next).GetAsync(cancellationToken: cancellationToken).ConfigureAwait(false) : null;
        }
    }
}
