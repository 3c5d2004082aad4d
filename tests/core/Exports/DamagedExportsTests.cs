using System.Text;
using OpsAutomation.Core.Tests.Exports.Mapping;
using OpsAutomation.Core.Tests.Exports.Reading;
using OpsAutomation.Exports.Mapping;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

/// <summary>Files as damage and malice leave them, by name; tests/fuzz makes thousands more at random.</summary>
public class DamagedExportsTests
{
    [Fact]
    public void Half_an_emoji_in_json_is_a_replacement_character_and_no_failure()
    {
        var bytes = "[{\"dealId\":1,\"name\":\"cut \\ud83d\",\"stage\":\"closedwon\",\"amount\":5,\"close\":\"2026-01-05\"}]"u8.ToArray();

        using var file = ExportFile.Open(new ExportContent("deals.json", bytes.Length, () => new MemoryStream(bytes)), new ReadingLimits());
        using var rows = file.Tables[0].OpenRows();

        rows.Read().ShouldBeTrue();
        Encoding.UTF8.GetString(rows.Field(1)).ShouldBe("cut \uFFFD");
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31 23:30")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    public void A_moment_at_an_end_of_the_calendar_is_its_day_and_no_failure(string moment)
    {
        foreach (var zone in new[] { MappedTable.French, MappedTable.American })
        {
            var table = MappedTable.Of($"Record ID,Deal Name,Deal Stage,Amount,Close Date\n1,A,closedwon,5,{moment}\n2,B,closedwon,6,2026-01-05 10:00\n", zone);

            table.Facts[0].FindTime(DealFields.Closed)!.Value.Date.ToString("uuuu-MM-dd", null).ShouldBe(moment[..10]);
        }
    }

    [Fact]
    public void Two_sheets_of_one_part_are_refused_since_they_could_be_read_without_end()
    {
        var parts = Zips.WorkbookParts([new("A", Zips.Row(1, "Deal ID", "Amount") + Zips.Row(2, "1", "5")), new("B", "")]).ToArray();
        for (var i = 0; i < parts.Length; i++)
            parts[i] = (parts[i].Path, parts[i].Text.Replace("sheet2.xml", "sheet1.xml", StringComparison.Ordinal));

        Read.Refusal(() => Read.Open(Zips.Of([.. parts.DistinctBy(part => part.Path, StringComparer.Ordinal)]), "deals.xlsx")).Text.En.ShouldContain("damaged");
    }

    [Fact]
    public void A_map_nested_without_end_or_full_of_aliases_is_refused()
    {
        Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", "columns: " + new string('[', 50_000)));
        Should.Throw<OpsException>(() => MappingOverrideReader.Read("map.yaml", "a: &a [x, x]\nb: &b [*a, *a]\ncolumns: [*b, *b]\n"))
            .Text.En.ShouldStartWith("map.yaml, line 1, field a: anchors");
    }
}
