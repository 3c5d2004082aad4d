using System.Text;

namespace OpsAutomation.Core.Tests.Exports.Reading.Fec;

public class FecTests
{
    private const string Header = "JournalCode|JournalLib|EcritureNum|EcritureDate|CompteNum|CompteLib|CompAuxNum|CompAuxLib|PieceRef|PieceDate|EcritureLib|Debit|Credit|EcritureLet|DateLet|ValidDate|Montantdevise|Idevise";
    private const string Row = "VE|Ventes|1|20240105|701000|Ventes|C1|Acme|F1|20240105|Facture 1|0,00|1200,50|||20240131||";

    [Theory]
    [InlineData('|')]
    [InlineData('\t')]
    public void Knows_the_columns_whatever_their_case(char delimiter)
    {
        var table = Read.Table($"{Header.ToUpperInvariant()}\r\n{Row}\r\n{Row}\r\n".Replace('|', delimiter), "123456789FEC20241231.txt");

        table.Format.ShouldBe("fec");
        table.FileName.ShouldBe("123456789FEC20241231.txt");
        table.Delimiter.ShouldBe(delimiter);
        table.Rows().ShouldAllBe(row => row.Defect == null && row.Fields.Length == 18 && row.Fields[12] == "1200,50");
    }

    [Fact]
    public void A_bar_at_the_end_of_each_line_and_unescaped_bars_in_the_text_are_mended()
    {
        var table = Read.Table($"{Header}|\r\n{Row}|\r\n{Row.Replace("Facture 1", "Achat | 2 | net", StringComparison.Ordinal)}|\r\n{Row}|\r\n");

        table.Header.Count.ShouldBe(18);
        var rows = table.Rows();
        rows.ShouldAllBe(row => row.Defect == null && row.Fields.Length == 18);
        rows[1].Fields[10].ShouldBe("Achat | 2 | net");
        rows[1].Fields[12].ShouldBe("1200,50");
        table.Warnings.ShouldHaveSingleItem().En.ShouldStartWith("In 1 rows");
    }

    [Fact]
    public void An_unescaped_bar_before_blank_columns_does_not_shift_amounts()
    {
        var rows = Read.Table($"{Header}\n{Row}\n{Row.Replace("Facture 1", "a|b", StringComparison.Ordinal)}\n{Row}\n").Rows();

        rows[1].Fields[10].ShouldBe("a|b");
        rows[1].Fields[11..13].ShouldBe(["0,00", "1200,50"]);
    }

    [Fact]
    public void A_bar_elsewhere_is_a_defect_of_that_row()
    {
        var rows = Read.Table($"{Header}\n{Row}\n{Row.Replace("VE|Ventes", "VE|Ven|tes", StringComparison.Ordinal)}\n{Row}\n").Rows();

        rows.Select(row => row.Defect).ShouldBe([null, "field-count", null]);
    }

    [Fact]
    public void Quotes_are_characters_and_padded_text_is_left_as_written()
    {
        var rows = Read.Table($"{Header}\n{Row.Replace("Facture 1", "\"Le Petit\" bar   ", StringComparison.Ordinal).Replace("1200,50", " 000000000001437,12", StringComparison.Ordinal)}\n{Row.Replace("Facture 1", "\"ouvert", StringComparison.Ordinal)}\n").Rows();

        rows[0].Fields[10].ShouldBe("\"Le Petit\" bar   ");
        rows[0].Fields[12].ShouldBe(" 000000000001437,12");
        rows[1].ShouldSatisfyAllConditions(row => row.Defect.ShouldBeNull(), row => row.Fields[10].ShouldBe("\"ouvert"));
    }

    [Fact]
    public void Sides_may_replace_debit_and_credit_and_code_page_850_is_read()
    {
        var text = $"{Header.Replace("Debit|Credit", "Montant|Sens", StringComparison.Ordinal)}\n{Row.Replace("0,00|1200,50", "1200,50|C", StringComparison.Ordinal).Replace("Facture 1", "Règlement été", StringComparison.Ordinal)}\n";

        var table = Read.Table(CodePagesEncodingProvider.Instance.GetEncoding(850)!.GetBytes(text));

        table.Format.ShouldBe("fec");
        table.Encoding.ShouldBe("ibm850");
        table.Rows()[0].Fields[10].ShouldBe("Règlement été");
    }

    [Fact]
    public void Unescaped_bars_in_every_text_are_mended_too()
    {
        var row = Row.Replace("Facture 1", "Achat | 2 | net", StringComparison.Ordinal);
        var rows = Read.Table($"{Header}\n{row}\n{row}\n{row}\n").Rows();

        rows.ShouldAllBe(line => line.Defect == null && line.Fields[10] == "Achat | 2 | net" && line.Fields[12] == "1200,50");
    }
}
