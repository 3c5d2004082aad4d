using System.Text;
using OpsAutomation.Exports.Mapping.Values;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Exports.Mapping.Values;

public class DateTextTests
{
    [Theory]
    [InlineData("2024-01-31", "2024-01-31", DateForm.Iso)]
    [InlineData("2024-01-31 14:05", "2024-01-31 14:05:00.000", DateForm.Iso)]
    [InlineData("2024-01-31T14:05:06", "2024-01-31 14:05:06.000", DateForm.Iso)]
    [InlineData("2006-06-15T20:47:09.000Z", "2006-06-15 20:47:09.000 +0", DateForm.Iso)]
    [InlineData("2024-01-31T14:05:06.123456+02:00", "2024-01-31 14:05:06.123 +120", DateForm.Iso)]
    [InlineData("2024-01-31 14:05:06 +0530", "2024-01-31 14:05:06.000 +330", DateForm.Iso)]
    [InlineData("2024-01-31 14:05:06 UTC", "2024-01-31 14:05:06.000 +0", DateForm.Iso)]
    [InlineData("2019-11-01 08:51:12.402", "2019-11-01 08:51:12.402", DateForm.Iso)]
    [InlineData("2024/1/5", "2024-01-05", DateForm.YearFirst)]
    [InlineData("20240131", "2024-01-31", DateForm.Compact)]
    [InlineData("13/02/2024", "2024-02-13", DateForm.DayFirst)]
    [InlineData("2/13/2024", "2024-02-13", DateForm.MonthFirst)]
    [InlineData("13.2.2024", "2024-02-13", DateForm.DayFirst)]
    [InlineData("13-2-24", "2024-02-13", DateForm.DayFirst)]
    [InlineData("13/02/71", "1971-02-13", DateForm.DayFirst)]
    [InlineData("13/02/69", "2069-02-13", DateForm.DayFirst)]
    [InlineData("11/13/2019 8:51:12", "2019-11-13 08:51:12.000", DateForm.MonthFirst)]
    [InlineData("11/13/2019, 6:55 PM", "2019-11-13 18:55:00.000", DateForm.MonthFirst)]
    [InlineData("11/13/2019 12:05 am", "2019-11-13 00:05:00.000", DateForm.MonthFirst)]
    [InlineData("11/13/2019 6:55\u202fPM", "2019-11-13 18:55:00.000", DateForm.MonthFirst)]
    [InlineData("13/11/2019 à 18h05", "2019-11-13 18:05:00.000", DateForm.DayFirst)]
    [InlineData("5/5/2024", "2024-05-05", DateForm.Same)]
    [InlineData("45322", "2024-01-31", DateForm.Serial)]
    [InlineData("45322.5", "2024-01-31 12:00:00.000", DateForm.Serial)]
    [InlineData("1706709906", "2024-01-31 14:05:06.000 +0", DateForm.EpochSeconds)]
    [InlineData("1706709906123", "2024-01-31 14:05:06.123 +0", DateForm.EpochMilliseconds)]
    [InlineData("Oct 7, 2025 6:55 PM", "2025-10-07 18:55:00.000", DateForm.Named)]
    [InlineData("March 3, 2024", "2024-03-03", DateForm.Named)]
    [InlineData("March 3rd, 2024", "2024-03-03", DateForm.Named)]
    [InlineData("3 mars 2024", "2024-03-03", DateForm.Named)]
    [InlineData("1er mars 2024", "2024-03-01", DateForm.Named)]
    [InlineData("07-Oct-2025", "2025-10-07", DateForm.Named)]
    [InlineData("07-Oct-25", "2025-10-07", DateForm.Named)]
    [InlineData("3 févr. 2024", "2024-02-03", DateForm.Named)]
    [InlineData("3 fe\u0301vrier 2024", "2024-02-03", DateForm.Named)]
    [InlineData("12 août 2024 14:05", "2024-08-12 14:05:00.000", DateForm.Named)]
    [InlineData("12 AOÛT 2024", "2024-08-12", DateForm.Named)]
    [InlineData("lundi 7 octobre 2024", "2024-10-07", DateForm.Named)]
    [InlineData("Mon, 07 Oct 2024 08:15:00 GMT", "2024-10-07 08:15:00.000 +0", DateForm.Named)]
    [InlineData("15 déc. 2023", "2023-12-15", DateForm.Named)]
    public void Dates_are_read_in_every_form(string text, string expected, DateForm form)
    {
        DateText.TryParse(Encoding.UTF8.GetBytes(text), null, out var parts, out var read).ShouldBeTrue();
        Show(parts).ShouldBe(expected);
        read.ShouldBe(form);
    }

    [Theory]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("30/02/2024")]
    [InlineData("31/04/2024")]
    [InlineData("13/13/2024")]
    [InlineData("hello")]
    [InlineData("12.5")]
    [InlineData("2024-01-31 25:00")]
    [InlineData("2024-01-31x")]
    [InlineData("19999")]
    [InlineData("80001")]
    [InlineData("20241341")]
    [InlineData("1/2/3/4")]
    [InlineData("29 février 2023")]
    public void Texts_that_are_no_dates_are_refused(string text) => DateText.TryParse(Encoding.UTF8.GetBytes(text), null, out _, out _).ShouldBeFalse();

    [Theory]
    [InlineData(DateOrder.DayFirst, "2024-04-03")]
    [InlineData(DateOrder.MonthFirst, "2024-03-04")]
    public void A_date_that_both_orders_read_follows_its_column(DateOrder order, string expected)
    {
        DateText.TryParse("03/04/2024"u8, order, out var parts, out var form).ShouldBeTrue();
        form.ShouldBe(DateForm.Open);
        Show(parts).ShouldBe(expected);
    }

    [Fact]
    public void A_day_of_the_epoch_reads_back()
    {
        for (var day = -30_000; day < 60_000; day += 7)
            DateParts.OfEpochDay(day, 0, 0).EpochDay.ShouldBe(day);
    }

    private static string Show(DateParts parts)
    {
        var text = $"{parts.Year:0000}-{parts.Month:00}-{parts.Day:00}";
        if (parts.HasTime)
            text += $" {TimeSpan.FromMilliseconds(parts.Milliseconds):hh\\:mm\\:ss\\.fff}";
        return parts.HasOffset ? $"{text} +{parts.OffsetMinutes}" : text;
    }
}
