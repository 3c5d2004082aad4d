using System.Text;
using OpsAutomation.Exports;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Exports;

public sealed class ExportFileNameTests
{
    [Theory]
    [InlineData("deals.csv", "deals.csv")]
    [InlineData("C:\\exports\\affaires été.csv", "affaires été.csv")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a:b*c?.csv", "a-b-c-.csv")]
    [InlineData(" .deals.csv. ", "deals.csv")]
    [InlineData("con.csv", "_con.csv")]
    [InlineData("bilan 📈.xlsx", "bilan 📈.xlsx")]
    [InlineData("a\u0000\u202eb.csv", "ab.csv")]
    public void A_written_name_becomes_one_that_a_blob_may_have(string written, string name) => ExportFileName.Find(written).ShouldBe(name);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("...")]
    [InlineData("exports/")]
    [InlineData("???")]
    public void Where_nothing_is_left_of_a_name_there_is_none(string? written) => ExportFileName.Find(written).ShouldBeNull();

    [Theory]
    [InlineData("e")]
    [InlineData("é")]
    [InlineData("漢")]
    [InlineData("📈")]
    public void A_long_name_fits_any_file_system_and_keeps_its_ending(string letter)
    {
        var name = ExportFileName.Of(string.Concat(Enumerable.Repeat(letter, 400)) + ".xlsx");

        Encoding.UTF8.GetByteCount(name).ShouldBeInRange(140, 150);
        name.ShouldEndWith(letter + ".xlsx");
        BlobName.IsValid(name).ShouldBeTrue();
    }
}
