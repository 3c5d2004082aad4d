using System.Text;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Pulls;

/// <summary>One file behind every link.</summary>
internal sealed class FakeWeb : IWebFiles
{
    public string Content { get; set; } = "";

    public string? ETag { get; set; }

    public string? MediaType { get; set; } = "text/csv";

    public string Name { get; set; } = "deals.csv";

    public Exception? Fault { get; set; }

    /// <summary>The links that were asked for.</summary>
    public List<Uri> Asked { get; } = [];

    public Task<WebFile?> OpenAsync(Uri link, WebVersion? known, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Add(link);
        if (Fault is { } fault)
            throw fault;
        return Task.FromResult(ETag is not null && known?.ETag == ETag
            ? null
            : new WebFile(new MemoryStream(Encoding.UTF8.GetBytes(Content))) { Name = Name, MediaType = MediaType, Version = new(ETag, null) });
    }
}
