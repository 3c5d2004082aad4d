using System.Globalization;
using System.Text;
using OpsAutomation.Exports.Mapping.Values;

namespace OpsAutomation.Core.Tests.Exports.Mapping.Values;

public class DurationTextTests
{
    [Theory]
    [InlineData("1:30", "1.5")]
    [InlineData("48:00:36", "48.01")]
    [InlineData("2h 30m", "2.5")]
    [InlineData("1d 4h", "28")]
    [InlineData("2 j 3 h", "51")]
    [InlineData("1,5 heures", "1.5")]
    [InlineData("90 min", "1.5")]
    public void Durations_are_read_as_hours(string text, string hours)
    {
        DurationText.TryParse(Encoding.UTF8.GetBytes(text), out var read).ShouldBeTrue();
        Math.Round(read, 4).ShouldBe(decimal.Parse(hours, CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData("soon")]
    [InlineData("1:75")]
    [InlineData("3 lines")]
    public void Texts_that_are_no_durations_are_refused(string text) => DurationText.TryParse(Encoding.UTF8.GetBytes(text), out _).ShouldBeFalse();

    [Theory]
    [InlineData("month", "1")]
    [InlineData("mensuel", "1")]
    [InlineData("Annuel", "12")]
    [InlineData("year", "12")]
    [InlineData("3 months", "3")]
    [InlineData("trimestriel", "3")]
    [InlineData("every 6 months", "6")]
    [InlineData("semestriel", "6")]
    public void Intervals_are_read_as_months(string text, string months) =>
        IntervalText.Months(Encoding.UTF8.GetBytes(text)).ShouldBe(decimal.Parse(months, CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("NA")]
    [InlineData("n/a")]
    [InlineData("NULL")]
    [InlineData("-")]
    [InlineData("–")]
    [InlineData("#N/A")]
    [InlineData("(none)")]
    [InlineData("")]
    public void Markers_of_missing_values_are_known(string text) => Utf8Text.IsMissing(Encoding.UTF8.GetBytes(text)).ShouldBeTrue();
}
