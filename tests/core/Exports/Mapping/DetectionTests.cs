using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class DetectionTests
{
    private const string Header = "deal_id;stage;amount;close date\n";

    [Fact]
    public void One_date_that_is_only_possible_day_first_decides_its_column()
    {
        var deals = MappedTable.Of(Header + "1;Won;1;03/04/2024\n2;Won;1;13/02/2024\n", MappedTable.American);
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 4, 3));
        deals.Column("close date").DateOrder.ShouldBe("dmy");
        deals.Mapping.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void One_date_that_is_only_possible_month_first_decides_its_column()
    {
        var deals = MappedTable.Of(Header + "1;Won;1;3/4/2024\n2;Won;1;2/13/2024\n");
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 4));
        deals.Column("close date").DateOrder.ShouldBe("mdy");
    }

    [Fact]
    public void Dates_that_stay_open_follow_the_locale_with_a_warning()
    {
        const string file = Header + "1;Won;1;03/04/2024\n";
        var french = MappedTable.Of(file);
        var american = MappedTable.Of(file, MappedTable.American);
        french[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 4, 3));
        american[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 4));
        french.Mapping.Warnings.ShouldHaveSingleItem().En.ShouldContain("close date");
        american.Mapping.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_column_that_stays_open_follows_the_other_columns_of_its_file()
    {
        var deals = MappedTable.Of("deal_id;stage;amount;created;close date\n1;Won;1;1/31/2024;03/04/2024\n");
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 4));
        deals.Mapping.Warnings.ShouldHaveSingleItem().En.ShouldContain("other columns");
    }

    [Fact]
    public void Contradictory_dates_follow_the_majority_and_the_others_are_rejected()
    {
        var deals = MappedTable.Of(Header + "1;Won;1;13/02/2024\n2;Won;1;14/02/2024\n3;Won;1;2/15/2024\n4;Won;1;03/04/2024\n", MappedTable.American);
        deals.Facts.Count.ShouldBe(3);
        deals[2].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 4, 3));
        deals.Rejections.ShouldHaveSingleItem().ReasonCode.ShouldBe(RowReasons.DateUnreadable);
        deals.Mapping.Warnings.ShouldHaveSingleItem();
    }

    [Fact]
    public void One_number_decides_the_mark_of_its_column()
    {
        var deals = MappedTable.Of(Header + "1;Won;1,234;2024-01-01\n2;Won;1.234,56;2024-01-01\n", MappedTable.American);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(1.234m);
        deals[1].GetNumber(DealFields.Amount).ShouldBe(1234.56m);
        deals.Column("amount").DecimalMark.ShouldBe(',');
    }

    [Fact]
    public void Numbers_that_stay_open_follow_the_locale_with_a_warning()
    {
        const string file = Header + "1;Won;1,234;2024-01-01\n";
        MappedTable.Of(file)[0].GetNumber(DealFields.Amount).ShouldBe(1.234m);
        var american = MappedTable.Of(file, MappedTable.American);
        american[0].GetNumber(DealFields.Amount).ShouldBe(1234m);
        american.Mapping.Warnings.ShouldHaveSingleItem().Fr.ShouldContain("amount");
    }

    [Fact]
    public void An_open_value_late_in_a_long_file_is_decided_from_all_values()
    {
        var rows = string.Concat(Enumerable.Range(1, 1500).Select(number => $"{number};Won;{number};2024-01-01\n"));
        var deals = MappedTable.Of(Header + rows + "1501;Won;1,234;2024-01-01\n1502;Won;5,5;2024-01-01\n", MappedTable.American);
        deals.Facts.Count.ShouldBe(1502);
        deals[1500].GetNumber(DealFields.Amount).ShouldBe(1.234m);
        deals.Mapping.IsScanned.ShouldBeTrue();
    }

    [Fact]
    public void A_long_file_without_open_values_is_converted_in_one_pass()
    {
        var rows = string.Concat(Enumerable.Range(1, 1500).Select(number => $"{number};Won;{number}.5;2024-01-01\n"));
        var deals = MappedTable.Of(Header + rows);
        deals.Mapping.IsScanned.ShouldBeFalse();
        deals.Column("amount").DecimalMark.ShouldBe('.');
        deals.Column("close date").DateOrder.ShouldBe("iso");
    }

    [Fact]
    public void The_order_of_the_values_of_a_column_does_not_matter()
    {
        Prop.ForAll<int[], int>((cents, seed) =>
        {
            if (cents.Length == 0)
                return true;
            string[] values = [.. cents.Select(value => (value / 100m).ToString(value % 3 == 0 ? "#,##0.00" : "#,##0.###", CultureInfo.InvariantCulture))];
            var shuffled = values.OrderBy(value => HashCode.Combine(value.Length, value[^1], seed)).ToList();
            return Sum(values) == Sum(shuffled);
        }).QuickCheckThrowOnFailure();

        static decimal Sum(IEnumerable<string> values)
        {
            var rows = string.Concat(values.Select((value, index) => $"{index};Won;\"{value}\";2024-01-01\n"));
            return MappedTable.Of(Header + rows).Facts.Sum(deal => deal.GetNumber(DealFields.Amount));
        }
    }

    [Theory]
    [InlineData("0.2", "0.5", "20")]
    [InlineData("20", "50", "20")]
    [InlineData("20 %", "50 %", "20")]
    public void Probabilities_are_percent_whether_written_as_shares_or_not(string first, string second, string expected)
    {
        var deals = MappedTable.Of($"deal id,stage,amount,probability\n1,Open,10,{first}\n2,Open,10,{second}\n");
        deals[0].GetNumber(DealFields.Probability).ShouldBe(decimal.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void A_value_that_is_not_of_its_column_rejects_the_row_with_column_and_reason()
    {
        var deals = MappedTable.Of(Header + "1;Won;abc;2024-01-01\n2;Won;5;someday\n3;Won;NA;-\n");
        deals.Rejections.Select(rejection => (rejection.Column, rejection.ReasonCode)).ShouldBe([("amount", "number-unreadable"), ("close date", "date-unreadable")]);
        deals.Facts.ShouldHaveSingleItem().Has(DealFields.Amount).ShouldBeFalse();
    }
}
