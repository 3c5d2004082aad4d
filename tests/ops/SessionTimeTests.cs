using NodaTime;
using OpsAutomation.Testing;

namespace OpsAutomation.Ops.Tests;

public sealed class SessionTimeTests
{
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private readonly ManualTime machine = new(Instant.FromUtc(2026, 1, 5, 22, 30));

    [Fact]
    public void Another_day_is_looked_at_from_its_end_in_the_zone()
    {
        var time = new SessionTime(machine);

        time.MoveTo(new LocalDate(2026, 3, 29), Paris);

        Instant.FromDateTimeOffset(time.GetUtcNow()).ShouldBe(Instant.FromUtc(2026, 3, 29, 21, 59, 59));
    }

    [Fact]
    public void Today_stays_as_it_is()
    {
        var time = new SessionTime(machine);

        time.MoveTo(new LocalDate(2026, 1, 5), Paris);

        Instant.FromDateTimeOffset(time.GetUtcNow()).ShouldBe(machine.Now);
    }
}
