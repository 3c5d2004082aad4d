using System.Text;
using System.Text.Json;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Profiles;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Mapping;

public class InspectorTests
{
    [Fact]
    public void Inspection_tells_everything_but_values()
    {
        var bytes = "Affaire;Client;Étape;Montant;Date de clôture\nSecret;Lumen;Gagnée;12 500,50;31/03/2024\nB;Orion;Perdue;abc;01/02/2024\n"u8.ToArray();
        var inspection = new Inspector(ProfileCatalogue.Default).Inspect(new ExportContent("pipe.csv", bytes.Length, () => new MemoryStream(bytes)), MappedTable.French);
        var json = InspectionJson.Write(inspection, Language.French);

        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        root.GetProperty("profile").GetString().ShouldBe("generic.deals");
        root.GetProperty("object").GetString().ShouldBe("deals");
        root.GetProperty("delimiter").GetString().ShouldBe(";");
        root.GetProperty("rows").GetInt32().ShouldBe(2);
        root.GetProperty("accepted").GetInt32().ShouldBe(1);
        root.GetProperty("rejected").GetProperty("number-unreadable").GetInt32().ShouldBe(1);
        var amount = root.GetProperty("columns").EnumerateArray().Single(column => column.GetProperty("name").GetString() == "Montant");
        amount.GetProperty("field").GetString().ShouldBe("amount");
        amount.GetProperty("decimalMark").GetString().ShouldBe(",");
        amount.GetProperty("certainty").GetDecimal().ShouldBeInRange(0.4m, 1m);
        root.GetProperty("columns")[4].GetProperty("dateOrder").GetString().ShouldBe("dmy");
        json.ShouldNotContain("Secret");
        json.ShouldNotContain("Orion");
    }

    [Fact]
    public void Choices_are_part_of_an_inspection()
    {
        var bytes = Encoding.UTF8.GetBytes("colour,height\nred,1\n");
        var inspection = new Inspector(ProfileCatalogue.Default).Inspect(new ExportContent("x.csv", bytes.Length, () => new MemoryStream(bytes)), MappedTable.French);
        inspection.Main.Mapping.Choices.ShouldHaveSingleItem();
        inspection.Main.Rows.ShouldBe(1);
        InspectionJson.Write(inspection, Language.English).ShouldContain("\"fact\": null");
    }
}
