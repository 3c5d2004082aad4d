namespace OpsAutomation.Core.Tests.Exports.Reading.Delimited;

public class HeaderAndFooterTests
{
    [Fact]
    public void Junk_rows_above_the_header_are_passed_over()
    {
        var table = Read.Table("Asana export\nProject,Ops\n\nTask ID,Created At,Name,Notes,Tags\n1,2024-01-02,Call,\"a\nb\",x\n2,2024-01-03,Write,,\n");

        table.Header.ShouldBe(["Task ID", "Created At", "Name", "Notes", "Tags"]);
        table.HeaderLine.ShouldBe(4);
        table.Rows().Select(row => row.Line).ShouldBe([5, 7]);
    }

    [Fact]
    public void A_profit_and_loss_keeps_its_accounts_and_loses_its_totals()
    {
        using var file = Read.File("quickbooks-profit-and-loss.csv");
        var table = file.Tables[0];

        table.Header.ShouldBe(["Distribution account", "Total"]);
        table.HeaderLine.ShouldBe(5);
        table.Lines().ShouldBe(["Income|", "   Design income|$2,000,000.00", "   Services|1,250.00", "Expenses|", "   TotalEnergies|300.00", "Net Income|1,300.00"]);
        table.Warnings.Select(warning => warning.En).ShouldBe(["1 footer lines were left out.", "2 total or subtotal rows were left out."]);
    }

    [Theory]
    [InlineData("salesforce-report-footer-1.csv")]
    [InlineData("salesforce-report-footer-2.csv")]
    public void A_salesforce_footer_is_neither_read_nor_rejected_in_whatever_order(string name)
    {
        using var file = Read.File(name);
        var table = file.Tables[0];

        var rows = table.Rows();
        rows.Count.ShouldBe(2);
        rows.ShouldAllBe(row => row.Defect == null);
        table.Warnings.ShouldNotBeEmpty();
    }

    [Fact]
    public void Records_whose_name_begins_with_total_survive()
    {
        var table = Read.Table("Company,Amount,Owner,Close date\nTotalEnergies,100,Ann,2024-01-02\nTotal,200,,2024-01-03\nTotal Direct Energie,300,,\nTotal,400,Bob,\nSomme Tourisme,5,,\nGrand Total Logistics,6,,\nTotal,706,,\n");

        table.Rows().Select(row => row.Fields[0]).ShouldBe(["TotalEnergies", "Total", "Total Direct Energie", "Total", "Somme Tourisme", "Grand Total Logistics"]);
        table.Warnings.ShouldHaveSingleItem().En.ShouldStartWith("1 total");
    }

    [Fact]
    public void A_company_called_total_among_others_is_a_record_but_the_last_row_is_a_total()
    {
        var table = Read.Table("Company,Employees,Revenue\nAcme,10,100\nTotal,100000,200000\nBeta,5,50\nTotal,100015,200150\n");

        table.Lines().ShouldBe(["Acme|10|100", "Total|100000|200000", "Beta|5|50"]);
    }

    [Theory]
    [InlineData("Total")]
    [InlineData("TOTAL GÉNÉRAL")]
    [InlineData("Total ge\u0301ne\u0301ral :")]
    [InlineData("Grand total")]
    [InlineData("Somme")]
    [InlineData("Sous-total")]
    [InlineData("Grand Totals (2 records)")]
    public void Total_labels_in_both_languages_are_known(string label)
    {
        var table = Read.Table($"Nom;Étape;Montant\nAcme;Gagné;10\n{label};;1 234,50 €\nBeta;Perdu;20\n");

        table.Lines().ShouldBe(["Acme|Gagné|10", "Beta|Perdu|20"]);
    }

    [Fact]
    public void Duplicate_names_keep_their_places_and_names_are_trimmed()
    {
        Read.Table("\ufeffDeal - Title,\u00a0Deal - Value ,Note,Note,\na,1,x,y,\nb,2,z,,\n").Header.ShouldBe(["Deal - Title", "Deal - Value", "Note", "Note"]);
    }

    [Fact]
    public void A_single_column_has_no_delimiter()
    {
        var table = Read.Table("score\n9\n10\n0\n");

        table.Delimiter.ShouldBeNull();
        table.Lines().ShouldBe(["9", "10", "0"]);
    }

    [Fact]
    public void The_first_line_that_excel_writes_for_itself_names_the_delimiter()
    {
        var table = Read.Table("sep=;\na;b;c\n1;x,y;3\n");

        table.Delimiter.ShouldBe(';');
        table.Lines().ShouldBe(["1|x,y|3"]);
    }

    [Fact]
    public void Rows_of_separators_only_are_blank_lines() =>
        Read.Table("a;b;c\n1;2;3\n;;\n  ; ;\n4;5;6\n;;\n").Lines().ShouldBe(["1|2|3", "4|5|6"]);

    [Theory]
    [InlineData("", "empty")]
    [InlineData("\ufeff", "empty")]
    [InlineData(" \n\r\n", "empty")]
    [InlineData("id,name,amount\n", "no row below them")]
    [InlineData("1,Acme,10.5\n2,Beta,20\n", "no row names the columns")]
    [InlineData("%PDF-1.7 x", "a PDF")]
    [InlineData("<html><body><table>", "a web page")]
    [InlineData("\u0089PNG", "")]
    public void What_holds_no_table_is_refused_with_the_reason(string text, string reason) =>
        Read.Refusal(() => Read.Open(text)).Message.ShouldContain(reason);
}
