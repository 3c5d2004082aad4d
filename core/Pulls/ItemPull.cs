using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Pulls;

/// <summary>
/// Pulls one file: copied, enqueued, then noted. Stopped anywhere, it begins again with the same blob and the same key, which are one file
/// to whoever imports it.
/// </summary>
internal sealed class ItemPull(IBlobStore blobs, PullLedger ledger, JobSender jobs, PullNotices notices, TimeProvider time, PullLimits limits)
{
    /// <summary>Where the files that were pulled are kept.</summary>
    public const string Folder = "pulled/";

    private static readonly Instant Oldest = Instant.FromUtc(2000, 1, 1, 0, 0);

    /// <summary>Pulls a file unless this version of it was.</summary>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="item">The file.</param>
    /// <param name="length">Its size as the source tells it, or null.</param>
    /// <param name="open">Opens it at its source, or gives null where it is gone.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>Whether it was enqueued now.</returns>
    public async Task<bool> RunAsync(
        Engagement engagement, PullItem item, long? length, Func<CancellationToken, Task<Stream?>> open, CancellationToken cancellationToken)
    {
        var known = await ledger.FindAsync(engagement.Id, item, cancellationToken).ConfigureAwait(false);
        if (known?.Record.Version == item.Version)
            return false;
        if (item.ContentHash is not null && known?.Record.ContentHash == item.ContentHash)
        {
            // Renamed or shared: nothing new is in it.
            await ledger.NoteAsync(engagement.Id, item, known?.Entry, known?.Record.Key, cancellationToken).ConfigureAwait(false);
            return false;
        }

        var path = $"{Folder}{item.Key}/{ExportFileName.Of(item.Name)}";
        switch (length > limits.LargestFile ? Copied.TooLarge : await CopyAsync(engagement.Id, path, open, cancellationToken).ConfigureAwait(false))
        {
            case Copied.Gone:
                return false;
            case Copied.TooLarge:
                await notices.TooLargeAsync(engagement, item, limits.LargestFile, cancellationToken).ConfigureAwait(false);
                await ledger.NoteAsync(engagement.Id, item, known?.Entry, job: null, cancellationToken).ConfigureAwait(false);
                return false;
            default:
                await jobs.SendAsync(JobOf(engagement, item, path), cancellationToken: cancellationToken).ConfigureAwait(false);
                await ledger.NoteAsync(engagement.Id, item, known?.Entry, item.Key, cancellationToken).ConfigureAwait(false);
                return true;
        }
    }

    /// <summary>The job that imports a file.</summary>
    public ExportJob JobOf(Engagement engagement, PullItem item, string path) => new(engagement.Id, item.Key, path, ExportFileName.Of(item.Name))
    {
        Source = item.Source?.Id,
        Profile = item.Source?.Profile,
        Full = item.Source?.Full ?? false,
        Taken = DayOf(engagement, item.Moment),
    };

    // Data are of the day they were sent or written, however late they are pulled. A clock that is wrong says nothing.
    private LocalDate? DayOf(Engagement engagement, Instant? moment) => moment is { } at && at >= Oldest && at <= time.GetUtcNow().ToInstant()
        ? at.InZone(engagement.Zone).Date
        : null;

    private async Task<Copied> CopyAsync(EngagementId engagement, string path, Func<CancellationToken, Task<Stream?>> open, CancellationToken cancellationToken)
    {
        var content = await open(cancellationToken).ConfigureAwait(false);
        if (content is null)
            return Copied.Gone;
        await using (content.ConfigureAwait(false))
        {
            try
            {
                await blobs.WriteAsync(engagement, path, (stream, token) => LimitedCopy.RunAsync(content, stream, limits.LargestFile, token), cancellationToken).ConfigureAwait(false);
                return Copied.Whole;
            }
            catch (FileTooLargeException)
            {
                return Copied.TooLarge;
            }
        }
    }

    private enum Copied
    {
        Whole,
        Gone,
        TooLarge,
    }
}
