using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Core.Tests.Locales;

public class LocaleDateTests
{
    private static readonly LocalDate Monday = new(2026, 10, 5);
    private static readonly LocalDate First = new(2026, 10, 1);

    [Theory]
    [InlineData("fr-FR", "lundi 5 octobre 2026", "5 oct. 2026", "5 oct.", "05/10/2026", "05/10")]
    [InlineData("fr-BE", "lundi 5 octobre 2026", "5 oct. 2026", "5 oct.", "05/10/2026", "05/10")]
    [InlineData("fr-CH", "lundi 5 octobre 2026", "5 oct. 2026", "5 oct.", "05.10.2026", "05.10")]
    [InlineData("fr-CA", "lundi 5 octobre 2026", "5 oct. 2026", "5 oct.", "2026-10-05", "10-05")]
    [InlineData("en-US", "Monday, October 5, 2026", "Oct 5, 2026", "Oct 5", "10/05/2026", "10/05")]
    [InlineData("en-CA", "Monday, October 5, 2026", "Oct 5, 2026", "Oct 5", "2026-10-05", "10-05")]
    [InlineData("en-GB", "Monday 5 October 2026", "5 Oct 2026", "5 Oct", "05/10/2026", "05/10")]
    [InlineData("en-IE", "Monday 5 October 2026", "5 Oct 2026", "5 Oct", "05/10/2026", "05/10")]
    [InlineData("en-AU", "Monday 5 October 2026", "5 Oct 2026", "5 Oct", "05/10/2026", "05/10")]
    [InlineData("en-NZ", "Monday 5 October 2026", "5 Oct 2026", "5 Oct", "05/10/2026", "05/10")]
    public void A_day_is_written_as_its_country_writes_it(string locale, string full, string brief, string dayMonth, string digits, string briefDigits)
    {
        var reader = Locale.Find(locale)!;
        reader.LongDate(Monday).ShouldBe(full);
        reader.ShortDate(Monday).ShouldBe(brief);
        reader.DayMonth(Monday).ShouldBe(dayMonth);
        reader.NumericDate(Monday).ShouldBe(digits);
        reader.NumericDayMonth(Monday).ShouldBe(briefDigits);
    }

    [Fact]
    public void The_first_of_a_month_is_an_ordinal_in_french_only()
    {
        Locale.FrFr.Date(First).ShouldBe("1er octobre 2026");
        Locale.FrFr.LongDate(First).ShouldBe("jeudi 1er octobre 2026");
        Locale.FrFr.DayMonth(First).ShouldBe("1er oct.");
        Locale.FrFr.WeekdayDate(First).ShouldBe("jeudi 1er octobre");
        Locale.EnGb.Date(First).ShouldBe("1 October 2026");
        Locale.EnUs.Date(First).ShouldBe("October 1, 2026");
        Locale.EnUs.WeekdayDate(First).ShouldBe("Thursday, October 1");
    }

    [Theory]
    [InlineData("2026-11-16", "2026-11-22", "16–22 nov.", "16–22 Nov", "Nov 16–22")]
    [InlineData("2026-11-01", "2026-11-30", "1er–30 nov.", "1–30 Nov", "Nov 1–30")]
    [InlineData("2026-09-28", "2026-10-04", "28 sept.–4 oct.", "28 Sep–4 Oct", "Sep 28–Oct 4")]
    [InlineData("2026-12-28", "2027-01-03", "28 déc. 2026–3 janv. 2027", "28 Dec 2026–3 Jan 2027", "Dec 28, 2026–Jan 3, 2027")]
    [InlineData("2026-02-28", "2026-02-28", "28 févr.", "28 Feb", "Feb 28")]
    public void A_period_says_each_part_once(string from, string to, string french, string british, string american)
    {
        var (first, last) = (Parse(from), Parse(to));
        Locale.FrFr.Period(first, last).ShouldBe(french);
        Locale.EnGb.Period(first, last).ShouldBe(british);
        Locale.EnUs.Period(first, last).ShouldBe(american);
    }

    [Fact]
    public void A_period_with_its_year_says_the_year_once()
    {
        Locale.FrFr.PeriodWithYear(new(2026, 11, 16), new(2026, 11, 22)).ShouldBe("16–22 nov. 2026");
        Locale.EnUs.PeriodWithYear(new(2026, 9, 28), new(2026, 10, 4)).ShouldBe("Sep 28–Oct 4, 2026");
        Locale.FrFr.PeriodWithYear(new(2026, 12, 28), new(2027, 1, 3)).ShouldBe("28 déc. 2026–3 janv. 2027");
    }

    [Fact]
    public void Months_have_their_names_and_french_ones_their_accents()
    {
        Enumerable.Range(1, 12).Select(Locale.FrFr.MonthName).ShouldBe(
            ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"]);
        Enumerable.Range(1, 12).Select(Locale.FrFr.ShortMonthName).ShouldBe(
            ["janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."]);
        Locale.FrFr.Month(Monday).ShouldBe("octobre 2026");
        Locale.EnUs.Month(Monday).ShouldBe("October 2026");
        Locale.EnUs.ShortMonthName(9).ShouldBe("Sep");
    }

    [Fact]
    public void Days_of_the_plan_count_from_the_start()
    {
        Locale.FrFr.PlanDay(30).ShouldBe("J+30");
        Locale.FrFr.PlanDay(0).ShouldBe("J+0");
        Locale.FrFr.PlanDay(-3).ShouldBe("J\u22123");
        Locale.EnUs.PlanDay(30).ShouldBe("Day 30");
        Locale.EnUs.PlanDay(-3).ShouldBe("Day \u22123");
    }

    [Theory]
    [InlineData(1, "1st", "1er")]
    [InlineData(2, "2nd", "2e")]
    [InlineData(3, "3rd", "3e")]
    [InlineData(4, "4th", "4e")]
    [InlineData(11, "11th", "11e")]
    [InlineData(12, "12th", "12e")]
    [InlineData(13, "13th", "13e")]
    [InlineData(21, "21st", "21e")]
    [InlineData(112, "112th", "112e")]
    public void Ordinals_follow_their_language(int number, string english, string french)
    {
        Locale.EnGb.Ordinal(number).ShouldBe(english);
        Locale.FrFr.Ordinal(number).ShouldBe(french);
    }

    [Fact]
    public void The_first_is_feminine_where_asked() => Locale.FrFr.Ordinal(1, feminine: true).ShouldBe("1re");

    [Theory]
    [InlineData(7, 30, "7\u00a0h\u00a030", "7:30", "7:30")]
    [InlineData(18, 0, "18\u00a0h", "18:00", "18:00")]
    [InlineData(9, 5, "9\u00a0h\u00a005", "9:05", "9:05")]
    public void Times_are_on_24_hours(int hour, int minute, string french, string swiss, string english)
    {
        Locale.FrFr.Time(new(hour, minute)).ShouldBe(french);
        Locale.FrCh.Time(new(hour, minute)).ShouldBe(swiss);
        Locale.EnUs.Time(new(hour, minute)).ShouldBe(english);
    }

    private static LocalDate Parse(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
