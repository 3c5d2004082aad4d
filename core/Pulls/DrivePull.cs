using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>
/// Pulls the files of one drive folder that changed since the last look, for all sources that read it. How far it came is noted after each
/// page, once all of its files are.
/// </summary>
internal sealed class DrivePull(IDrive drive, IStateStore state, ItemPull items)
{
    /// <summary>Pulls.</summary>
    /// <returns>How many files were enqueued.</returns>
    public async Task<int> RunAsync(Engagement engagement, IReadOnlyList<SourceSettings> sources, CancellationToken cancellationToken)
    {
        var place = (DriveOrigin)sources[0].Origin;
        var key = new StateKey(PullCursor.Collection, IdOf(place, sources));
        var count = 0;
        while (true)
        {
            var entry = await state.FindAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false);
            var cursor = entry is null ? null : JsonSerializer.Deserialize(entry.Value, PullJson.Default.PullCursor)?.Cursor;
            var page = await drive.ReadAsync(engagement.Id, place, cursor, cancellationToken).ConfigureAwait(false);
            foreach (var file in page.Files.OrderBy(file => file.Modified).ThenBy(file => file.Id, StringComparer.Ordinal))
                count += await PullAsync(engagement, place, sources, file, cancellationToken).ConfigureAwait(false) ? 1 : 0;
            if (page.Cursor != cursor && !await AdvanceAsync(engagement.Id, key, entry, page.Cursor, cancellationToken).ConfigureAwait(false))
                return count;
            // A page that leads to itself would be read for ever.
            if (!page.HasMore || page.Cursor == cursor)
                return count;
        }
    }

    private async Task<bool> PullAsync(Engagement engagement, DriveOrigin place, IReadOnlyList<SourceSettings> sources, DriveFile file, CancellationToken cancellationToken)
    {
        if (!ExportNames.IsExport(file.Name) || sources.FirstOrDefault(source => NamePattern.Matches(source.Files, file.Name)) is not { } source)
            return false;
        var item = new PullItem($"drive/{PullKey.Of(place.Drive ?? "", place.Site ?? "", file.Id)}", file.Version, file.Name, source, file.Modified)
        {
            ContentHash = file.ContentHash,
        };
        return await items.RunAsync(engagement, item, file.Length, token => drive.OpenAsync(engagement.Id, place, file.Id, token), cancellationToken).ConfigureAwait(false);
    }

    // Another run that came further goes on from there.
    private async Task<bool> AdvanceAsync(EngagementId engagement, StateKey key, StateEntry? read, string cursor, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(new PullCursor(cursor), PullJson.Default.PullCursor);
        try
        {
            await state.CommitAsync(engagement, [read is null ? StateChange.Insert(key, json) : StateChange.Replace(read, json)], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return false;
        }
    }

    // Which files are wanted belongs to the place: changed, all are looked at again, and those that are known are not pulled again.
    private static string IdOf(DriveOrigin place, IReadOnlyList<SourceSettings> sources) => PullKey.Of(
    [
        place.Drive ?? "", place.Site ?? "", place.Folder, place.Subfolders ? "below" : "",
        .. sources.SelectMany(source => source.Files.Prepend(source.Id)),
    ]);
}
