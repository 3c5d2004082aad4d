using System.IO.Compression;
using OpsAutomation.Facts;

namespace OpsAutomation.Core.Tests.Exports;

public class LeftOutTablesTests
{
    [Fact]
    public async Task A_table_that_nobody_knows_is_left_out_where_another_is_known_and_said_so()
    {
        var bench = new ImportBench();
        var report = await bench.ImportAsync(Zip(
            ("deals.csv", "deal id,deal stage,amount,close date\n1,Won,10.5,2024-01-02\n2,Lost,20.5,2024-01-03\n"),
            ("colours.csv", "colour,height,width\nred,1,2\nblue,3,4\n")), "export.zip");

        (await bench.ReadAsync(FactType.Deal)).Count.ShouldBe(2);
        report.Warnings.ShouldContain(warning => warning.En.Contains("colours.csv", StringComparison.Ordinal));
    }

    private static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
