using OpsAutomation.Kpis;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Locales;

public class LocaleNumberTests
{
    [Theory]
    [InlineData("fr-FR", "1\u202f234\u202f567,5")]
    [InlineData("fr-BE", "1\u202f234\u202f567,5")]
    [InlineData("fr-CH", "1'234'567.5")]
    [InlineData("fr-CA", "1\u00a0234\u00a0567,5")]
    [InlineData("en-US", "1,234,567.5")]
    [InlineData("en-GB", "1,234,567.5")]
    [InlineData("en-CA", "1,234,567.5")]
    [InlineData("en-IE", "1,234,567.5")]
    [InlineData("en-AU", "1,234,567.5")]
    [InlineData("en-NZ", "1,234,567.5")]
    public void Number_has_the_marks_of_its_locale(string locale, string expected) =>
        Locale.Find(locale)!.Number(1234567.5m).ShouldBe(expected);

    [Theory]
    [InlineData("0.005", null, "0,01")]
    [InlineData("0.004", null, "0")]
    [InlineData("-0.004", null, "0")]
    [InlineData("-0.4", 0, "0")]
    [InlineData("-0.5", 0, "\u22121")]
    [InlineData("2.5", 0, "3")]
    [InlineData("-2.5", 0, "\u22123")]
    [InlineData("999.995", 2, "1\u202f000,00")]
    [InlineData("999", 0, "999")]
    [InlineData("1000", 0, "1\u202f000")]
    [InlineData("0", 1, "0,0")]
    [InlineData("79228162514264337593543950335", 0, "79\u202f228\u202f162\u202f514\u202f264\u202f337\u202f593\u202f543\u202f950\u202f335")]
    public void Number_is_rounded_half_away_from_zero_and_zero_has_no_sign(string value, int? decimals, string expected) =>
        Locale.FrFr.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), decimals).ShouldBe(expected);

    [Fact]
    public void Signed_number_shows_plus_and_the_true_minus_and_nothing_for_zero()
    {
        Locale.FrFr.SignedNumber(7.2m).ShouldBe("+7,2");
        Locale.FrFr.SignedNumber(-2m).ShouldBe("\u22122");
        Locale.FrFr.SignedNumber(0.04m, 1).ShouldBe("0,0");
        Locale.FrFr.SignedNumber(-0.04m, 1).ShouldBe("0,0");
    }

    [Theory]
    [InlineData("fr-FR", "63,2\u00a0%")]
    [InlineData("fr-BE", "63,2\u00a0%")]
    [InlineData("fr-CH", "63.2\u00a0%")]
    [InlineData("fr-CA", "63,2\u00a0%")]
    [InlineData("en-US", "63.2%")]
    [InlineData("en-GB", "63.2%")]
    public void Percent_has_a_no_break_space_in_french_only(string locale, string expected) =>
        Locale.Find(locale)!.Percent(63.15m).ShouldBe(expected);

    [Fact]
    public void Percentages_change_in_points_and_french_counts_in_the_singular_below_two()
    {
        Locale.FrFr.SignedPoints(1.96m).ShouldBe("+2,0\u00a0points");
        Locale.FrFr.SignedPoints(-1.94m).ShouldBe("\u22121,9\u00a0point");
        Locale.EnUs.SignedPoints(-1.94m).ShouldBe("\u22121.9\u00a0points");
        Locale.EnUs.SignedPoints(1m, 0).ShouldBe("+1\u00a0point");
        Locale.EnUs.SignedPercent(12.34m).ShouldBe("+12.3%");
    }

    [Theory]
    [InlineData("fr-FR", "31\u202f400\u00a0€", "1\u202f234,50\u00a0€", "\u22121\u202f234,50\u00a0€")]
    [InlineData("fr-BE", "31\u202f400\u00a0€", "1\u202f234,50\u00a0€", "\u22121\u202f234,50\u00a0€")]
    [InlineData("fr-CH", "31'400\u00a0€", "1'234.50\u00a0€", "\u22121'234.50\u00a0€")]
    [InlineData("fr-CA", "31\u00a0400\u00a0€", "1\u00a0234,50\u00a0€", "\u22121\u00a0234,50\u00a0€")]
    [InlineData("en-US", "€31,400", "€1,234.50", "\u2212€1,234.50")]
    [InlineData("en-GB", "€31,400", "€1,234.50", "\u2212€1,234.50")]
    [InlineData("en-IE", "€31,400", "€1,234.50", "\u2212€1,234.50")]
    public void Money_has_its_currency_where_the_locale_wants_it(string locale, string whole, string cents, string negative)
    {
        var reader = Locale.Find(locale)!;
        reader.Money(31400m, "EUR").ShouldBe(whole);
        reader.Money(1234.5m, "EUR", 2).ShouldBe(cents);
        reader.Money(-1234.5m, "EUR", 2).ShouldBe(negative);
    }

    [Theory]
    [InlineData("fr-FR", "USD", "5\u00a0$")]
    [InlineData("fr-FR", "CAD", "5\u00a0$\u00a0CA")]
    [InlineData("fr-CA", "CAD", "5\u00a0$")]
    [InlineData("fr-CA", "USD", "5\u00a0$\u00a0US")]
    [InlineData("fr-CH", "CHF", "5\u00a0CHF")]
    [InlineData("en-US", "USD", "$5")]
    [InlineData("en-US", "CAD", "CA$5")]
    [InlineData("en-US", "CHF", "CHF\u00a05")]
    [InlineData("en-CA", "CAD", "$5")]
    [InlineData("en-CA", "USD", "US$5")]
    [InlineData("en-GB", "GBP", "£5")]
    [InlineData("en-GB", "USD", "$5")]
    [InlineData("en-AU", "AUD", "$5")]
    [InlineData("en-NZ", "NZD", "$5")]
    [InlineData("en-NZ", "jpy", "JPY\u00a05")]
    public void A_bare_dollar_is_the_readers_own(string locale, string currency, string expected) =>
        Locale.Find(locale)!.Money(5m, currency).ShouldBe(expected);

    [Fact]
    public void Money_shows_cents_only_where_they_matter()
    {
        Locale.FrFr.Money(999.99m, "EUR").ShouldBe("999,99\u00a0€");
        Locale.FrFr.Money(2360.9094m, "EUR").ShouldBe("2\u202f361\u00a0€");
        Locale.FrCh.Money(1234.5m, "CHF", 2).ShouldBe("1'234.50\u00a0CHF");
        Locale.FrFr.SignedMoney(9800m, "EUR").ShouldBe("+9\u202f800\u00a0€");
        Locale.FrFr.SignedMoney(-4100m, "EUR").ShouldBe("\u22124\u202f100\u00a0€");
        Locale.FrFr.SignedMoney(0m, "EUR").ShouldBe("0\u00a0€");
        Locale.EnUs.SignedMoney(-1200m, "USD").ShouldBe("\u2212$1,200");
    }

    [Theory]
    [InlineData(KpiUnit.Money, "48200", "48\u202f200\u00a0€", "€48,200")]
    [InlineData(KpiUnit.Percent, "63.15", "63,2\u00a0%", "63.2%")]
    [InlineData(KpiUnit.Days, "11", "11,0\u00a0j", "11.0\u00a0d")]
    [InlineData(KpiUnit.Hours, "3.25", "3,3\u00a0h", "3.3\u00a0h")]
    [InlineData(KpiUnit.Months, "6.42", "6,4\u00a0mois", "6.4\u00a0months")]
    [InlineData(KpiUnit.Points, "47", "47", "47")]
    [InlineData(KpiUnit.Points, "46.9", "46,9", "46.9")]
    [InlineData(KpiUnit.Count, "4238", "4\u202f238", "4,238")]
    [InlineData(KpiUnit.Ratio, "1.5", "1,50", "1.50")]
    public void A_kpi_is_shown_in_its_unit(KpiUnit unit, string value, string french, string english)
    {
        var figure = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
        Locale.FrFr.Kpi(figure, unit, "EUR").ShouldBe(french);
        Locale.EnGb.Kpi(figure, unit, "EUR").ShouldBe(english);
    }

    [Theory]
    [InlineData(KpiUnit.Money, "9800", "+9\u202f800\u00a0€")]
    [InlineData(KpiUnit.Percent, "2.31", "+2,3\u00a0points")]
    [InlineData(KpiUnit.Days, "1", "+1,0\u00a0j")]
    [InlineData(KpiUnit.Points, "-2", "\u22122")]
    [InlineData(KpiUnit.Count, "0", "0")]
    public void A_kpis_change_has_its_sign_and_percentages_change_in_points(KpiUnit unit, string value, string expected) =>
        Locale.FrFr.KpiChange(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), unit, "EUR").ShouldBe(expected);
}
