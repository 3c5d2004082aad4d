namespace OpsAutomation.Core.Tests.Exports.Reading.Sheets;

public class OldWorkbookTests
{
    [Fact]
    public void A_workbook_of_excel_97_is_read_with_its_kinds()
    {
        using var file = Read.File("affaires.xls");
        var table = file.Tables.ShouldHaveSingleItem();

        table.Format.ShouldBe("xls");
        table.Sheet.ShouldBe("Affaires");
        table.Header.ShouldBe(["Nom", "Montant", "Clôture", "Gagné"]);
        table.Lines().ShouldBe(["Société|0.3|2024-03-01|true", "Beta|27217|2024-03-01T12:00:00|false"]);
        table.Warnings.ShouldHaveSingleItem().En.ShouldBe("The hidden sheet “Cache” was left out.");
    }

    [Fact]
    public void An_encrypted_workbook_is_refused_as_such() =>
        Read.Refusal(() => Read.File("encrypted.xlsx")).Message.ShouldContain("password");
}
