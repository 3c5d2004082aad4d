using NodaTime;

namespace OpsAutomation.Testing;

/// <summary>A clock that stands until a test moves it; 2026-01-05 08:00 UTC, a Monday, where nothing else is said.</summary>
public sealed class ManualTime(Instant now) : TimeProvider
{
    public ManualTime()
        : this(Instant.FromUtc(2026, 1, 5, 8, 0))
    {
    }

    /// <summary>The time it is.</summary>
    public Instant Now { get; set; } = now;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now.ToDateTimeOffset();

    /// <summary>Moves the clock on.</summary>
    public void Advance(Duration by) => Now += by;
}
