using NodaTime;
using OpsAutomation.Documents.Calendars;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents.Calendars;

public sealed class LegalCalendarTests
{
    private static readonly LocalDate Today = new(2026, 11, 23);

    [Theory]
    [InlineData("FR", null, 1, "fr-is-balance", "2027-05-15")]
    [InlineData("FR", null, 10, "fr-is-balance", "2027-01-15")]
    [InlineData("FR", null, 1, "fr-tax-return", "2027-05-04")]
    [InlineData("FR", null, 10, "fr-tax-return", "2026-12-31")]
    [InlineData("FR", null, 10, "fr-approval", "2027-03-31")]
    [InlineData("FR", null, 1, "fr-filing", "2027-07-31")]
    [InlineData("FR", null, 1, "fr-is-instalment", "2026-12-15 2027-03-15 2027-06-15 2027-09-15")]
    [InlineData("FR", null, 1, "fr-e-invoicing", "2027-09-01")]
    [InlineData("BE", null, 1, "be-advance", "2026-12-20 2027-04-10 2027-07-10 2027-10-10")]
    [InlineData("BE", null, 7, "be-advance", "2027-01-10 2027-04-10 2027-06-20 2027-10-10")]
    [InlineData("BE", null, 1, "be-vat", "2027-01-25 2027-04-25 2027-07-25 2027-10-25")]
    [InlineData("CH", "CH-GE", 1, "ch-vat", "2026-11-30 2027-02-28 2027-05-31 2027-08-31")]
    [InlineData("CA", "CA-QC", 1, "qc-cnesst", "2027-03-14")]
    [InlineData("CA", "CA-QC", 4, "ca-t2", "2027-09-30")]
    [InlineData("CA", "CA-QC", 1, "ca-balance", "2027-02-28")]
    [InlineData("GB", "GB-ENG", 4, "gb-ct-payment", "2027-01-01")]
    [InlineData("GB", "GB-ENG", 1, "gb-accounts", "2027-09-30")]
    [InlineData("GB", "GB-ENG", 1, "gb-vat", "2027-02-07 2027-05-07 2027-08-07 2027-11-07")]
    [InlineData("US", null, 1, "us-941", "2027-01-31 2027-04-30 2027-07-31 2027-10-31")]
    [InlineData("US", null, 1, "us-1120", "2027-04-15")]
    [InlineData("US", null, 7, "us-pass-through", "2027-09-15")]
    public void A_date_is_on_its_days(string country, string? region, int fiscalStart, string id, string days)
    {
        var calendar = LegalCalendar.Of(In(country, region, fiscalStart), Today);

        string.Join(' ', calendar.Entries.Where(entry => entry.Id == id).Select(entry => NodaTime.Text.LocalDatePattern.Iso.Format(entry.Due))).ShouldBe(days);
    }

    [Fact]
    public void A_day_off_is_shown_with_the_working_day_before()
    {
        var entry = LegalCalendar.Of(In("FR", null, 1), Today).Entries.Single(entry => entry.Id == "fr-is-balance");

        // 15 May 2027 is a Saturday.
        (entry.Due, entry.DoBy).ShouldBe((new LocalDate(2027, 5, 15), new LocalDate(2027, 5, 14)));
    }

    [Fact]
    public void Thresholds_regions_and_what_does_not_concern_the_client_are_left_out()
    {
        Ids(In("FR", null, 1)).ShouldNotContain("fr-gender-index", StringComparer.Ordinal);
        Ids(In("FR", null, 1) with { Scope = new EngagementScope { Headcount = 60 } }).ShouldContain("fr-gender-index", StringComparer.Ordinal);
        Ids(In("FR", null, 1) with { Calendar = new CalendarSettings { Without = ["fr-cfe"] } }).ShouldNotContain("fr-cfe", StringComparer.Ordinal);
        Ids(In("CA", "CA-ON", 1)).ShouldNotContain("qc-rl1", StringComparer.Ordinal);
        LegalCalendar.Of(In("NZ", null, 1), Today).ShouldSatisfyAllConditions(calendar => calendar.Entries.ShouldBeEmpty(), calendar => calendar.Monthly.ShouldBeEmpty());
    }

    [Fact]
    public void Monthly_dates_are_shown_once_with_the_next_day()
    {
        var monthly = LegalCalendar.Of(In("FR", null, 1), Today).Monthly;

        monthly.Select(entry => (entry.Id, entry.Due)).ShouldBe([("fr-dsn", new LocalDate(2026, 12, 15)), ("fr-vat", new LocalDate(2026, 12, 15))]);
    }

    [Fact]
    public void Own_dates_come_back_as_often_as_they_say()
    {
        var engagement = In("FR", null, 1) with
        {
            Calendar = new CalendarSettings { Dates = [new("Bail", new LocalDate(2027, 3, 31)), new("Assurance", new LocalDate(2020, 1, 31), 3), new("Passé", new LocalDate(2026, 1, 1))] },
        };

        LegalCalendar.Of(engagement, Today).Entries.Where(entry => entry.Id is null).Select(entry => (entry.Title.Fr, entry.Due)).ShouldBe(
            [("Assurance", new LocalDate(2027, 1, 31)), ("Bail", new LocalDate(2027, 3, 31)), ("Assurance", new LocalDate(2027, 4, 30)), ("Assurance", new LocalDate(2027, 7, 31)), ("Assurance", new LocalDate(2027, 10, 31))]);
    }

    [Fact]
    public void Every_date_has_an_id_of_its_own_two_languages_and_a_basis()
    {
        LegalDates.All.Select(date => date.Id).ShouldBeUnique(StringComparer.Ordinal);
        LegalDates.All.ShouldAllBe(date => date.Title.En.Length > 0 && date.Title.Fr.Length > 0 && date.Basis.Length > 0);
    }

    private static List<string?> Ids(Engagement engagement) => [.. LegalCalendar.Of(engagement, Today).Entries.Select(entry => entry.Id)];

    private static Engagement In(string country, string? region, int fiscalStart) => Company.Engagement() with
    {
        Country = country, Region = region, FiscalYearStartMonth = fiscalStart, Calendar = new CalendarSettings(), Scope = new EngagementScope { Headcount = 12 },
    };
}
