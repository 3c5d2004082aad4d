using System.Text;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading.Sheets;

public class WorkbookTests
{
    private const string Header = "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\"><is><t>Amount</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Closed</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Won</t></is></c></row>";

    [Fact]
    public void Cells_become_canonical_values_of_their_kind()
    {
        var table = Read.Table(Zips.Workbook(new Sheet("Deals", Header
            + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\"><v>0.30000000000000004</v></c><c r=\"C2\" s=\"1\"><v>45352</v></c><c r=\"D2\" t=\"b\"><v>1</v></c></row>"
            + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>3</v></c><c r=\"B3\" s=\"4\"><f>1+1</f><v>27217.0</v></c><c r=\"C3\" s=\"2\"><v>45352.99930555556</v></c><c r=\"D3\" t=\"b\"><v>0</v></c></row>"
            + "<row r=\"4\"><c r=\"A4\" t=\"str\"><v>x</v></c><c r=\"B4\" t=\"e\"><v>#N/A</v></c><c r=\"C4\" s=\"3\"><v>1.5</v></c></row>")), "deals.xlsx");

        table.Format.ShouldBe("xlsx");
        table.Sheet.ShouldBe("Deals");
        table.Header.ShouldBe(["Name", "Amount", "Closed", "Won"]);
        table.Lines().ShouldBe(["Acmé|0.3|2024-03-01|true", " two\r lines|27217|2024-03-01T23:59:00|false", "x||36:00:00"]);
        using var rows = table.OpenRows();
        rows.Read();
        Enumerable.Range(0, 5).Select(rows.KindOf).ShouldBe([CellKind.Text, CellKind.Number, CellKind.Date, CellKind.Boolean, CellKind.Text]);
    }

    [Fact]
    public void Long_ids_keep_their_digits_and_small_numbers_their_value()
    {
        Read.Table(Zips.Workbook(new Sheet("A", Header
            + "<row r=\"2\"><c r=\"A2\"><v>12345678901234567890</v></c><c r=\"B2\"><v>1E-3</v></c><c r=\"C2\"><v>-1.5E+6</v></c><c r=\"D2\"><v>0.1</v></c></row>")))
            .Lines().ShouldBe(["12345678901234567890|0.001|-1500000|0.1"]);
    }

    [Fact]
    public void Dates_may_count_from_1904_and_the_day_that_never_was_is_skipped()
    {
        var row = Header + "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>59</v></c><c r=\"C2\" s=\"1\"><v>61</v></c><c r=\"D2\" s=\"1\"><v>43890</v></c></row>";

        Read.Table(Zips.Workbook(new Sheet("A", row))).Lines().ShouldBe(["Acmé|1900-02-28|1900-03-01|2020-02-29"]);
        Read.Table(Zips.Of([.. Zips.WorkbookParts([new("A", row)], date1904: true)])).Lines().ShouldBe(["Acmé|1904-02-29|1904-03-02|2024-03-01"]);
    }

    [Fact]
    public void Every_visible_sheet_with_data_is_a_table()
    {
        using var file = Read.Open(Zips.Workbook(
            new Sheet("Deals", Zips.Row(1, "Name", "Amount") + Zips.Row(2, "Acme", "10")),
            new Sheet("Notes", ""),
            new Sheet("Secret", Zips.Row(1, "a", "b") + Zips.Row(2, "x", "y"), Hidden: true),
            new Sheet("Pivot", Zips.Row(1, "a", "b") + Zips.Row(2, "x", "y"), Pivot: true),
            new Sheet("People", Zips.Row(1, "Person", "Role", "Team") + Zips.Row(2, "Ann", "COO", "Ops"))));

        file.Tables.Select(table => table.Sheet).ShouldBe(["Deals", "People"]);
        file.Tables[1].Header.ShouldBe(["Person", "Role", "Team"]);
        file.Tables[0].Warnings.Select(warning => warning.En).ShouldBe(["The hidden sheet “Secret” was left out.", "The sheet “Pivot” shows a pivot table, not records; it was left out."]);
    }

    [Fact]
    public void Titles_above_and_totals_below_are_not_rows()
    {
        var table = Read.Table(Zips.Workbook(new Sheet("P", Zips.Row(1, "Profit and Loss") + Zips.Row(2, "Acme SAS") + Zips.Row(4, "Compte", "Montant", "Note")
            + Zips.Row(5, "Ventes", "100", "a") + Zips.Row(6, "Achats", "40", "") + Zips.Row(7, "Total général", "140", ""))));

        table.HeaderLine.ShouldBe(4);
        table.Rows().Select(row => row.Line).ShouldBe([5, 6]);
        table.Warnings.ShouldHaveSingleItem().En.ShouldBe("1 total or subtotal rows were left out.");
    }

    [Fact]
    public void A_workbook_of_pivot_tables_only_is_refused_with_the_reason()
    {
        Read.Refusal(() => Read.Open(Zips.Workbook(new Sheet("P", Zips.Row(1, "a", "b") + Zips.Row(2, "x", "y"), Pivot: true)), "p.xlsx"))
            .Message.ShouldContain("pivot tables");
    }

    [Fact]
    public void External_entities_are_refused()
    {
        Read.Refusal(() => Read.Open(Zips.Workbook(new Sheet("P", Zips.Row(1, "a", "&x;"), Prologue: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>")), "p.xlsx"))
            .Message.ShouldContain("external entities");
    }

    [Fact]
    public void Blank_cells_beyond_the_data_cost_nothing_and_too_many_are_refused_early()
    {
        var far = Zips.Row(1, "Name", "Amount") + Zips.Row(2, "Acme", "10") + "<row r=\"1048576\"><c r=\"XFD1048576\" s=\"1\"/></row>";
        Read.Table(Zips.Workbook(new Sheet("A", far))).Lines().ShouldBe(["Acme|10"]);

        var lying = Zips.Row(1, "Name", "Amount") + Zips.Row(2, "Acme", "10") + "<row r=\"1000000000\"><c r=\"A1000000000\"><v>1</v></c></row>";
        Read.Refusal(() => Read.Table(Zips.Workbook(new Sheet("A", lying))).Rows()).Message.ShouldContain("more than 1048576 rows");

        var wide = Zips.Row(1, "Name", "Amount") + "<row r=\"2\"><c r=\"ZZZZZZ2\"><v>1</v></c></row>";
        Read.Refusal(() => Read.Table(Zips.Workbook(new Sheet("A", wide))).Rows()).Message.ShouldContain("4096 columns");
    }

    [Fact]
    public void A_part_that_inflates_beyond_measure_is_refused()
    {
        var blanks = new StringBuilder(Zips.Row(1, "Name", "Amount") + Zips.Row(2, "Acme", "10"));
        for (var i = 0; i < 200_000; i++)
            blanks.Append("<row><c/><c/><c/><c/><c/><c/><c/><c/><c/><c/></row>");

        Read.Refusal(() => Read.Open(Zips.Workbook(new Sheet("A", blanks.ToString())), "bomb.xlsx", new ReadingLimits { MaxInflatedBytes = 1 << 20 }))
            .Message.ShouldContain("zip bomb");
        Read.Refusal(() => Read.Table(Zips.Workbook(new Sheet("A", blanks.ToString())), "bomb.xlsx", new ReadingLimits { MaxInflationRatio = 50 }).Rows())
            .Message.ShouldContain("zip bomb");
    }

    [Fact]
    public void Damaged_and_encrypted_workbooks_are_refused()
    {
        var whole = Zips.Workbook(new Sheet("A", Zips.Row(1, "a", "b") + Zips.Row(2, "x", "y")));
        Read.Refusal(() => Read.Open(whole[..(whole.Length / 2)], "cut.xlsx")).Message.ShouldContain("damaged");
        Read.Refusal(() => Read.Open(Zips.Workbook(new Sheet("A", "<row r=\"1\"><c>")), "cut.xlsx")).Message.ShouldContain("damaged");
        byte[] compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
        Read.Refusal(() => Read.Open(compound, "old.xls")).Message.ShouldContain("damaged");
        Read.Refusal(() => Read.Open(Zips.Of(("mimetype", "application/vnd.oasis.opendocument.spreadsheet")), "a.ods")).Message.ShouldContain("OpenDocument");
    }

    [Fact]
    public void A_sheet_with_names_only_is_refused()
    {
        Read.Refusal(() => Read.Open(Zips.Workbook(new Sheet("A", Zips.Row(1, "a", "b"))), "a.xlsx")).Message.ShouldContain("no row below them");
    }
}
