using NodaTime;
using OpsAutomation.Exports.Mapping;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class HeaderNameTests
{
    [Theory]
    [InlineData("Date de création", "DATE  DE CREATION *")]
    [InlineData("Date de création", "date_de_cre\u0301ation")]
    [InlineData("Propriétaire de l’opportunité", "Propriétaire de l'opportunité :")]
    [InlineData("\ufeffID", "id")]
    [InlineData("close\u00a0date", "closeDate")]
    [InlineData("Deal - Title", "deal title")]
    [InlineData("Œuvre", "oeuvre")]
    public void Names_that_people_take_for_equal_have_equal_keys(string one, string other) => HeaderName.Key(one).ShouldBe(HeaderName.Key(other));

    [Fact]
    public void Zones_stand_in_headers()
    {
        HeaderName.ZoneOf("Conversation started at (Europe/Berlin)").ShouldBe(DateTimeZoneProviders.Tzdb["Europe/Berlin"]);
        HeaderName.ZoneOf("Created (UTC)").ShouldBe(DateTimeZone.Utc);
        HeaderName.ZoneOf("created_utc").ShouldBe(DateTimeZone.Utc);
        HeaderName.ZoneOf("Créé le (UTC+02:00)").ShouldBe(DateTimeZone.ForOffset(Offset.FromHours(2)));
        HeaderName.ZoneOf("Amount (EUR)").ShouldBeNull();
    }

    [Fact]
    public void Units_stand_in_headers()
    {
        HeaderName.UnitOf("First response time (seconds)").ShouldBe("seconds");
        HeaderName.UnitOf("Durée (heures)").ShouldBe("heures");
        HeaderName.UnitOf("Amount (EUR)").ShouldBeNull();
    }
}
