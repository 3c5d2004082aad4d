using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Calendars;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>Fetches the file behind a link once an hour, day or week, and enqueues it where its content changed.</summary>
internal sealed class UrlPull(IWebFiles web, IBlobStore blobs, IStateStore state, JobSender jobs, ItemPull items, TimeProvider time, PullLimits limits)
{
    /// <summary>Fetches, where it is due.</summary>
    /// <returns>How many files were enqueued.</returns>
    public async Task<int> RunAsync(Engagement engagement, SourceSettings source, CancellationToken cancellationToken)
    {
        var origin = (UrlOrigin)source.Origin;
        var key = new StateKey(UrlRecord.Collection, PullKey.Of(source.Id.ToLowerInvariant(), origin.Link.AbsoluteUri));
        var entry = await state.FindAsync(engagement.Id, key, cancellationToken).ConfigureAwait(false);
        var known = entry is null ? null : JsonSerializer.Deserialize(entry.Value, PullJson.Default.UrlRecord);
        var period = PeriodOf(origin.Every, time.GetUtcNow().ToInstant().InZone(engagement.Zone).LocalDateTime);
        if (known?.Period == period)
            return 0;

        var version = known is null ? null : new WebVersion(known.ETag, known.LastModified);
        var file = await web.OpenAsync(SheetLink.Of(origin.Link), version, cancellationToken).ConfigureAwait(false);
        var record = (known ?? new UrlRecord { Period = period }) with { Period = period };
        if (file is null)
        {
            await NoteAsync(engagement.Id, key, entry, record, cancellationToken).ConfigureAwait(false);
            return 0;
        }

        await using (file.ConfigureAwait(false))
        {
            record = record with { ETag = file.Version?.ETag, LastModified = file.Version?.LastModified };
            var number = (known?.Count ?? 0) + 1;
            var pulled = await PullAsync(engagement, source, file, key.Id, number, record, cancellationToken).ConfigureAwait(false);
            await NoteAsync(engagement.Id, key, entry, pulled ?? record, cancellationToken).ConfigureAwait(false);
            return pulled is null ? 0 : 1;
        }
    }

    /// <summary>The hour, day or week that a moment belongs to.</summary>
    internal static string PeriodOf(PullSchedule every, LocalDateTime now) => every switch
    {
        PullSchedule.Hour => now.ToString("yyyy-MM-dd'T'HH", CultureInfo.InvariantCulture),
        PullSchedule.Week => string.Create(CultureInfo.InvariantCulture, $"{WeekYearRules.Iso.GetWeekYear(now.Date)}-W{WeekYearRules.Iso.GetWeekOfWeekYear(now.Date):00}"),
        _ => now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    // Null where nothing is new.
    private async Task<UrlRecord?> PullAsync(
        Engagement engagement, SourceSettings source, WebFile file, string id, int number, UrlRecord record, CancellationToken cancellationToken)
    {
        var name = ExportFileName.Of(ExportNames.WithEnding(ExportFileName.Of(file.Name), file.MediaType));
        // Two contents that follow each other closely have two blobs.
        var path = $"{ItemPull.Folder}url-{PullKey.Of(id, number.ToString(CultureInfo.InvariantCulture), record.ETag ?? "", record.LastModified ?? "")}/{name}";
        var copy = new UrlCopy(record.ContentHash, limits.LargestFile);
        try
        {
            if (file.MediaType is "text/html" or "application/xhtml+xml")
                throw new UrlCopy.WebPageException();
            await blobs.WriteAsync(engagement.Id, path, (stream, token) => copy.RunAsync(file.Content, stream, token), cancellationToken).ConfigureAwait(false);
        }
        catch (UrlCopy.UnchangedException)
        {
            return null;
        }
        catch (UrlCopy.WebPageException)
        {
            throw PullFailure.WebPage();
        }
        catch (FileTooLargeException)
        {
            throw PullFailure.LinkTooLarge(limits.LargestFile);
        }

        var item = new PullItem($"url/{id}", $"{number}:{copy.Hash}", name, source, time.GetUtcNow().ToInstant());
        await jobs.SendAsync(items.JobOf(engagement, item, path), cancellationToken: cancellationToken).ConfigureAwait(false);
        return record with { Count = number, ContentHash = copy.Hash };
    }

    private async Task NoteAsync(EngagementId engagement, StateKey key, StateEntry? read, UrlRecord record, CancellationToken cancellationToken)
    {
        var json = JsonSerializer.Serialize(record, PullJson.Default.UrlRecord);
        try
        {
            await state.CommitAsync(engagement, [read is null ? StateChange.Insert(key, json) : StateChange.Replace(read, json)], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // Another run fetched it at the same time.
        }
    }
}
