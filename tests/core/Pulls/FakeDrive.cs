using System.Globalization;
using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Pulls;

/// <summary>One drive folder in memory: a change is a line of a log, a cursor is a place in it.</summary>
internal sealed class FakeDrive : IDrive
{
    private readonly List<DriveFile> changes = [];
    private readonly Dictionary<string, string> contents = [];

    /// <summary>How many files a page holds.</summary>
    public int PageSize { get; set; } = 2;

    /// <summary>Asked before every operation: an exception to throw, or null.</summary>
    public Func<string, Exception?>? Fault { get; set; }

    /// <summary>How often a content was opened.</summary>
    public int Opened { get; private set; }

    /// <summary>How often all files were read anew.</summary>
    public int Resyncs { get; private set; }

    /// <summary>Cursors from now on count as expired, once.</summary>
    public bool Expire { get; set; }

    public void Put(string id, string name, string content, Instant modified, string? hash = null, string? version = null)
    {
        contents[id] = content;
        changes.Add(new(id, name, content.Length, modified, version ?? $"v{changes.Count}", hash));
    }

    public void Delete(string id) => contents.Remove(id);

    public Task<DrivePage> ReadAsync(EngagementId engagement, DriveOrigin place, string? cursor, CancellationToken cancellationToken = default)
    {
        Step("read", cancellationToken);
        if (cursor is null || Expire)
        {
            (cursor, Expire) = (null, false);
            Resyncs++;
        }

        var from = cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var page = changes.Skip(from).Take(PageSize).ToList();
        var files = page.Where(file => contents.ContainsKey(file.Id)).Select(file => changes.Last(later => later.Id == file.Id)).DistinctBy(file => file.Id, StringComparer.Ordinal).ToList();
        return Task.FromResult(new DrivePage(files, (from + page.Count).ToString(CultureInfo.InvariantCulture), from + page.Count < changes.Count));
    }

    public Task<Stream?> OpenAsync(EngagementId engagement, DriveOrigin place, string file, CancellationToken cancellationToken = default)
    {
        Step("open", cancellationToken);
        Opened++;
        return Task.FromResult<Stream?>(contents.TryGetValue(file, out var content) ? new MemoryStream(Encoding.UTF8.GetBytes(content)) : null);
    }

    private void Step(string what, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Fault?.Invoke(what) is { } fault)
            throw fault;
    }
}
