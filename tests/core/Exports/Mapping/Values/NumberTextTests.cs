using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Exports.Mapping.Values;

namespace OpsAutomation.Core.Tests.Exports.Mapping.Values;

public class NumberTextTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("1054", "1054")]
    [InlineData("-12", "-12")]
    [InlineData("12.5", "12.5")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("1,234,567", "1234567")]
    [InlineData("12,34,567.50", "1234567.50")]
    [InlineData("1'234.50", "1234.50")]
    [InlineData("1’234.50", "1234.50")]
    [InlineData("CHF 1'234.50", "1234.50")]
    [InlineData("1 234.5", "1234.5")]
    [InlineData("$2,000,000.00", "2000000.00")]
    [InlineData("-$12.50", "-12.50")]
    [InlineData("($12.50)", "-12.50")]
    [InlineData("(1,234.00)", "-1234.00")]
    [InlineData("12.50-", "-12.50")]
    [InlineData("−12.50", "-12.50")]
    [InlineData("+3", "3")]
    [InlineData("£1.5", "1.5")]
    [InlineData("12.50 EUR", "12.50")]
    [InlineData("USD 7", "7")]
    [InlineData("CA$7", "7")]
    [InlineData("12 %", "12")]
    [InlineData("1.2E+3", "1200")]
    [InlineData("1.234E+5", "123400")]
    [InlineData("1E-2", "0.01")]
    [InlineData("50.–", "50")]
    [InlineData("0.125", "0.125")]
    [InlineData("1234567890123456789012345.67", "1234567890123456789012345.67")]
    public void Numbers_with_a_point_are_exact(string text, string expected) => Read(text, '.').ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("12,5", "12.5")]
    [InlineData("1 234,56", "1234.56")]
    [InlineData("1\u00a0234,56", "1234.56")]
    [InlineData("1\u202f234\u202f567,8", "1234567.8")]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1.234.567", "1234567")]
    [InlineData("12\u00a0500,50\u00a0€", "12500.50")]
    [InlineData("000000000001437,12", "1437.12")]
    [InlineData("-000000000001437,12", "-1437.12")]
    [InlineData("12,50-", "-12.50")]
    [InlineData("1,234", "1.234")]
    [InlineData("1.234", "1234")]
    [InlineData("0,5 %", "0.5")]
    public void Numbers_with_a_comma_are_exact(string text, string expected) => Read(text, ',').ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("abc")]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("12 50")]
    [InlineData("1.2.3.4")]
    [InlineData("12/05/2024")]
    [InlineData("2024-01-31")]
    [InlineData("31.12.2024")]
    [InlineData("INV001")]
    [InlineData("12abc")]
    [InlineData("1,23,4")]
    [InlineData("(12")]
    [InlineData("--12")]
    public void Texts_that_are_no_numbers_are_refused(string text) => NumberText.TryParse(Encoding.UTF8.GetBytes(text), 0, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1234", NumberEvidence.Plain)]
    [InlineData("1 234", NumberEvidence.Plain)]
    [InlineData("1'234", NumberEvidence.Plain)]
    [InlineData("1,234", NumberEvidence.Open)]
    [InlineData("1.234", NumberEvidence.Open)]
    [InlineData("-999,999 €", NumberEvidence.Open)]
    [InlineData("0,123", NumberEvidence.Comma)]
    [InlineData("12,50", NumberEvidence.Comma)]
    [InlineData("1.234,56", NumberEvidence.Comma)]
    [InlineData("1.234.567", NumberEvidence.Comma)]
    [InlineData("1 234,567", NumberEvidence.Comma)]
    [InlineData("1234,567", NumberEvidence.Comma)]
    [InlineData("1,234.56", NumberEvidence.Point)]
    [InlineData("1,234,567", NumberEvidence.Point)]
    [InlineData("1'234.500", NumberEvidence.Point)]
    [InlineData("12.5", NumberEvidence.Point)]
    public void Evidence_says_what_a_number_shows_of_its_mark(string text, NumberEvidence expected)
    {
        NumberText.TryParse(Encoding.UTF8.GetBytes(text), 0, out _, out var evidence).ShouldBeTrue();
        evidence.ShouldBe(expected);
    }

    [Fact]
    public void A_number_in_any_style_reads_back_exactly()
    {
        Func<decimal, string>[] styles =
        [
            value => value.ToString("#,##0.00##", CultureInfo.InvariantCulture),
            value => value.ToString("0.0000", CultureInfo.InvariantCulture),
            value => value.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(",", "'", StringComparison.Ordinal),
            value => value.ToString("#,##0.00", CultureInfo.InvariantCulture).Replace(",", "\u202f", StringComparison.Ordinal),
            value => value < 0 ? $"({(-value).ToString("0.00", CultureInfo.InvariantCulture)})" : value.ToString("0.00", CultureInfo.InvariantCulture) + " €",
            value => value < 0 ? (-value).ToString("000000000000.00", CultureInfo.InvariantCulture) + "-" : value.ToString("000000000000.00", CultureInfo.InvariantCulture),
        ];
        Prop.ForAll<int, byte>((cents, style) =>
        {
            var value = cents / 100m;
            var text = styles[style % styles.Length](value);
            var swapped = text.Replace(',', ';').Replace('.', ',').Replace(';', '.');
            return Read(text, '.') == value && Read(swapped, ',') == value;
        }).QuickCheckThrowOnFailure();
    }

    private static decimal Read(string text, char mark)
    {
        NumberText.TryParse(Encoding.UTF8.GetBytes(text), (byte)mark, out var value, out _).ShouldBeTrue(text);
        return value;
    }
}
