using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading.Delimited;

public class DelimitedFileTests
{
    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void Finds_the_delimiter(char delimiter)
    {
        var table = Read.Table("Name,Stage,Amount\nAcme,Won,100\nBeta,Lost,20\n".Replace(',', delimiter));

        table.Delimiter.ShouldBe(delimiter);
        table.Header.ShouldBe(["Name", "Stage", "Amount"]);
        table.HeaderLine.ShouldBe(1);
        table.Lines().ShouldBe(["Acme|Won|100", "Beta|Lost|20"]);
    }

    [Fact]
    public void Comma_decimals_do_not_make_the_comma_a_delimiter()
    {
        var table = Read.Table("Nom;Montant;Part\nAcme;1 234,50;0,5\nBeta;20,00;0,7\n");

        table.Delimiter.ShouldBe(';');
        table.Lines().ShouldBe(["Acme|1 234,50|0,5", "Beta|20,00|0,7"]);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    public void Every_line_end_ends_a_row_and_the_last_one_may_lack(string end)
    {
        var rows = Read.Table($"a,b{end}1,2{end}{end}3,4").Rows();

        rows.Select(row => row.Line).ShouldBe([2, 4]);
        rows[1].Fields.ShouldBe(["3", "4"]);
    }

    [Fact]
    public void Quoted_fields_hold_separators_line_breaks_and_quotes()
    {
        var rows = Read.Table("id,note,end\r\n1,\"a, b\",x\r\n2,\"line\r\nbreak\",x\r\n3,\"said \"\"yes\"\"\",x\r\n4,\"\",x\r\n").Rows();

        rows.Select(row => row.Fields[1]).ShouldBe(["a, b", "line\r\nbreak", "said \"yes\"", ""]);
        rows.Select(row => row.Line).ShouldBe([2, 3, 5, 6]);
        rows.ShouldAllBe(row => row.Defect == null);
    }

    [Fact]
    public void A_quote_in_the_middle_of_a_field_is_text()
    {
        Read.Table("id,size,end\n1,5\" pipe,x\n2,6\",y\n").Lines().ShouldBe(["1|5\" pipe|x", "2|6\"|y"]);
    }

    [Fact]
    public void A_quote_left_undoubled_inside_quotes_is_text()
    {
        Read.Table("id,note,end\n1,\"the \"big\" one\",x\n2,\"a\"b,y\n").Lines().ShouldBe(["1|the \"big\" one|x", "2|ab|y"]);
    }

    [Theory]
    [InlineData("id,name,amount\n1,Acme,10\n2,\"Beta,20\n3,Gamma,30\n4,Delta,40\n")]
    [InlineData("id,name,amount\n1,Acme,10\n2,\"Beta,20\n3,\"Gamma\",30\n4,Delta,40\n")]
    [InlineData("\"id\",\"name\",\"amount\"\n\"1\",\"Acme\",\"10\"\n\"2\",\"Beta\",\"20\n\"3\",\"Gamma\",\"30\"\n\"4\",\"Delta\",\"40\"\n")]
    public void An_unterminated_quote_costs_its_own_row_only(string text)
    {
        var rows = Read.Table(text).Rows();

        rows.Count.ShouldBe(4);
        rows.Select(row => row.Defect).ShouldBe([null, RowDefects.UnterminatedQuote, null, null]);
        rows[2].Fields.ShouldBe(["3", "Gamma", "30"]);
        rows.Select(row => row.Line).ShouldBe([2, 3, 4, 5]);
    }
}
