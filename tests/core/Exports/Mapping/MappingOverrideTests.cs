using NodaTime;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class MappingOverrideTests
{
    [Fact]
    public void A_map_decides_what_nothing_else_can()
    {
        const string map = """
            fact: Deal
            columns:
              ref: id
              etat: status
              prix: amount
              jour: closed
            status:
              won: [OK]
              lost: [KO]
            dateOrder: mdy
            decimalMark: ","
            """;
        var deals = MappedTable.Of("ref;etat;prix;jour\n1;OK;1,234;3/4/2024\n2;KO;2;3/5/2024\n", map: map);
        deals.Facts.Select(deal => deal.FindText(DealFields.Status)).ShouldBe(["won", "lost"]);
        deals[0].GetNumber(DealFields.Amount).ShouldBe(1.234m);
        deals[0].FindTime(DealFields.Closed)!.Value.Date.ShouldBe(new LocalDate(2024, 3, 4));
        deals.Mapping.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public void A_column_that_a_map_ignores_is_no_candidate()
    {
        const string map = "columns:\n  deal value: ignore\n";
        var deals = MappedTable.Of("deal id,deal stage,deal value,deal amount,close date\n1,Won,10,12,2024-01-02\n2,Lost,20,25,2024-01-03\n", map: map);
        deals.Mapping.Choices.ShouldBeEmpty();
        deals[0].GetNumber(DealFields.Amount).ShouldBe(12m);
    }

    [Fact]
    public void A_map_puts_times_into_its_zone()
    {
        const string map = "fact: Ticket\ncolumns:\n  opened: created\nzone: UTC\n";
        var tickets = MappedTable.Of("ticket id,opened,status\n1,2024-01-31 23:30,New\n", map: map);
        tickets[0].FindTime(TicketFields.Created)!.Value.Date.ShouldBe(new LocalDate(2024, 2, 1));
    }

    [Theory]
    [InlineData("fact: Dael\n", "line 1, field `fact`")]
    [InlineData("fact: Deal\ncolumns:\n  a: amuont\n", "line 3, field `columns.a`")]
    [InlineData("columns: [a]\n", "line 1, field `columns`")]
    [InlineData("dateOrder: ydm\n", "dmy, mdy, ymd")]
    [InlineData("zone: Paris\n", "IANA")]
    [InlineData("column:\n  a: b\n", "one of fact, columns")]
    [InlineData("a: [b\n", "not valid YAML")]
    public void Mistakes_in_a_map_say_file_line_field_and_what_was_expected(string yaml, string expected)
    {
        var refusal = Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", yaml));
        refusal.Text.En.ShouldStartWith("map.yaml, line ");
        refusal.Text.En.ShouldContain(expected);
        refusal.Text.Fr.ShouldStartWith("map.yaml, ligne ");
    }

    [Fact]
    public void Everything_that_is_wrong_in_a_map_is_told_at_once()
    {
        const string map = """
            fact: Deal
            columns:
              a: amuont
              b: amount
              c: closd
            status:
              wonn: [OK]
            units:
              probability: percents
            dateOrder: ydm
            colums: {}
            """;
        var refusal = Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", map));

        var lines = refusal.Text.En.Split('\n');
        lines.Select(line => line[..line.IndexOf(':', StringComparison.Ordinal)]).ShouldBe(
        [
            "map.yaml, line 3, field `columns.a`", "map.yaml, line 5, field `columns.c`", "map.yaml, line 7, field `status.wonn`",
            "map.yaml, line 9, field `units.probability`", "map.yaml, line 10, field `dateOrder`", "map.yaml, line 11, field `colums`",
        ]);
        refusal.Text.Fr.Split('\n').Length.ShouldBe(6);
    }

    [Fact]
    public void Columns_that_are_not_there_are_told_at_once_with_their_lines()
    {
        var refusal = Should.Throw<OpsException>(() => MappedTable.Of("deal id,stage,amount\n1,Won,2\n", map: "columns:\n  montant: amount\n  stage: status\n  etat: ignore\n"));

        refusal.Text.En.ShouldContain("map.yaml, line 2, field `columns`: export.csv has no column “montant”");
        refusal.Text.En.ShouldContain("map.yaml, line 4, field `columns`: export.csv has no column “etat”");
    }

    [Fact]
    public void A_map_for_a_column_that_is_not_there_lists_the_columns()
    {
        var refusal = Should.Throw<OpsException>(() => MappedTable.Of("deal id,stage,amount\n1,Won,2\n", map: "fact: Deal\ncolumns:\n  montant: amount\n"));
        refusal.Text.En.ShouldContain("“montant”");
        refusal.Text.En.ShouldContain("deal id, stage, amount");
    }
}
