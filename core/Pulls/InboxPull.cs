using System.Globalization;
using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>
/// Takes what lies in the inbox of an engagement: <c>inbox/{file}</c>, or <c>inbox/{source}/{file}</c> for the files of one source. A file
/// stays where it is; each version of it is enqueued once.
/// </summary>
internal sealed class InboxPull(IBlobStore blobs, PullLedger ledger, JobSender jobs, ItemPull items, PullNotices notices, TimeProvider time, PullLimits limits)
{
    /// <summary>The folder.</summary>
    public const string Folder = "inbox/";

    private const string Kind = "inbox";

    // Many programs create a file and fill it much later.
    private static readonly Duration EmptyRest = Duration.FromMinutes(10);

    /// <summary>Takes what is new.</summary>
    /// <returns>How many files were enqueued.</returns>
    public async Task<int> RunAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var entries = await NewAsync(engagement, cancellationToken).ConfigureAwait(false);
        var count = 0;
        foreach (var entry in entries.Where(entry => BlobName.IsValid(entry.Path)))
        {
            var item = ItemOf(engagement, entry);
            await jobs.SendAsync(items.JobOf(engagement, item, entry.Path), cancellationToken: cancellationToken).ConfigureAwait(false);
            await NoteAsync(engagement, item, item.Key, cancellationToken).ConfigureAwait(false);
            count++;
        }

        // At last, since a notice that cannot leave ends the look.
        foreach (var entry in entries.Where(entry => !BlobName.IsValid(entry.Path)))
        {
            var item = ItemOf(engagement, entry);
            await notices.UnusableNameAsync(engagement, item, cancellationToken).ConfigureAwait(false);
            await NoteAsync(engagement, item, job: null, cancellationToken).ConfigureAwait(false);
        }

        return count;
    }

    private async Task NoteAsync(Engagement engagement, PullItem item, string? job, CancellationToken cancellationToken)
    {
        var known = await ledger.FindAsync(engagement.Id, item, cancellationToken).ConfigureAwait(false);
        await ledger.NoteAsync(engagement.Id, item, known?.Entry, job, cancellationToken).ConfigureAwait(false);
    }

    private async Task<List<BlobEntry>> NewAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        var entries = await ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false);
        if (entries.Count == 0)
            return [];
        var records = await ledger.ListAsync(engagement.Id, Kind, cancellationToken).ConfigureAwait(false);
        var fresh = entries.FindAll(entry => records.GetValueOrDefault(IdOf(entry))?.Version != VersionOf(entry));
        if (fresh.Exists(entry => !HasRested(entry)))
        {
            // A file that somebody is copying grows: it is taken when a second look finds it as the first did.
            await Task.Delay(limits.Rest.ToTimeSpan(), time, cancellationToken).ConfigureAwait(false);
            var again = (await ListAsync(engagement.Id, cancellationToken).ConfigureAwait(false)).ToDictionary(entry => entry.Path, StringComparer.Ordinal);
            fresh.RemoveAll(entry => !again.TryGetValue(entry.Path, out var now) || VersionOf(now) != VersionOf(entry));
        }

        return fresh;
    }

    private async Task<List<BlobEntry>> ListAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var entries = new List<BlobEntry>();
        await foreach (var entry in blobs.ListAsync(engagement, Folder, cancellationToken).ConfigureAwait(false))
        {
            var isSystem = entry.Path[Folder.Length..].Split('/').Any(ExportNames.IsSystem);
            if (!isSystem && (entry.Length > 0 || entry.Modified <= Now - EmptyRest))
                entries.Add(entry);
        }

        return entries;
    }

    private Instant Now => time.GetUtcNow().ToInstant();

    // A store that marks its versions writes whole files.
    private bool HasRested(BlobEntry entry) => limits.Rest == Duration.Zero || entry.Version is not null || entry.Modified <= Now - limits.Rest;

    private static PullItem ItemOf(Engagement engagement, BlobEntry entry) =>
        new(IdOf(entry), VersionOf(entry), entry.Path[(entry.Path.LastIndexOf('/') + 1)..], SourceOf(engagement, entry.Path), entry.Modified);

    private static string IdOf(BlobEntry entry) => $"{Kind}/{PullKey.Of(entry.Path)}";

    private static string VersionOf(BlobEntry entry) => entry.Version
        ?? string.Create(CultureInfo.InvariantCulture, $"{entry.Length}:{(entry.Modified - Instant.FromUnixTimeTicks(0)).ToInt64Nanoseconds()}");

    // The folder says whose it is; else a source of the inbox that names such files.
    private static SourceSettings? SourceOf(Engagement engagement, string path)
    {
        var parts = path[Folder.Length..].Split('/');
        return (parts.Length > 1 ? engagement.Sources.FirstOrDefault(source => source.Id.Equals(parts[0], StringComparison.OrdinalIgnoreCase)) : null)
            ?? engagement.Sources.FirstOrDefault(source => source.Origin is InboxOrigin && source.Files.Count > 0 && NamePattern.Matches(source.Files, parts[^1]));
    }
}
