using NodaTime;
using OpsAutomation.Locales;
using OpsAutomation.Ops.CommandLine;

namespace OpsAutomation.Ops.Tests.CommandLine;

public sealed class ValuesTests
{
    [Theory]
    [InlineData("1234.5", "fr-FR", "1234.5")]
    [InlineData("1 234,5", "fr-FR", "1234.5")]
    [InlineData("1\u202f234,5", "en-US", "1234.5")]
    [InlineData("1,234.5", "fr-FR", "1234.5")]
    [InlineData("1.234,5", "en-US", "1234.5")]
    [InlineData("1'234.50", "fr-CH", "1234.50")]
    [InlineData("1,234", "en-US", "1234")]
    [InlineData("1,234", "fr-FR", "1.234")]
    [InlineData("1.234", "fr-FR", "1.234")]
    [InlineData("1.234", "en-US", "1.234")]
    [InlineData("1,234,567", "fr-FR", "1234567")]
    [InlineData("-5", "fr-FR", "-5")]
    [InlineData("\u2212 5,25", "fr-FR", "-5.25")]
    [InlineData("0,5", "en-US", "0.5")]
    public void A_number_is_read_as_people_write_it(string text, string locale, string expected) =>
        Values.Number(text, Locale.Find(locale)!, "VALUE").ToString().ShouldBe(expected);

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("12 €")]
    [InlineData("1e5")]
    [InlineData("--5")]
    public void What_is_no_number_is_wrong_usage_without_being_repeated(string text)
    {
        var failure = Should.Throw<OpsException>(() => Values.Number(text, Locale.FrFr, "VALUE"));

        failure.Kind.ShouldBe(FailureKind.WrongUsage);
        failure.Text.Fr.ShouldBe("VALUE n'est pas un nombre\u00a0: écrivez par exemple 1\u202f234,5 ou 1234.5.");
    }

    [Fact]
    public void A_date_is_year_month_day()
    {
        Values.Date("2024-02-29", "--at").ShouldBe(new LocalDate(2024, 2, 29));
        Values.Date(null, "--at").ShouldBeNull();
        Should.Throw<OpsException>(() => Values.Date("29/02/2024", "--at")).Kind.ShouldBe(FailureKind.WrongUsage);
    }
}
