using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Local.Tests.Storage;

/// <summary>A home of one test, removed with it.</summary>
internal sealed class TemporaryHome : TimeProvider, IDisposable
{
    public static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");
    public static readonly EngagementId Other = EngagementId.Parse("other-client");

    public string Folder { get; } = Directory.CreateTempSubdirectory("ops-home-").FullName;

    public Instant Now { get; set; } = InstantPattern.ExtendedIso.Parse("2026-11-23T06:30:00Z").Value;

    public Task<LocalHome> OpenAsync(TimeSpan? wait = null) => LocalHome.OpenAsync(Folder, this, wait ?? TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
