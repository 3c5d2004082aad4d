using System.Text;
using OpsAutomation.Exports.Reading;

namespace OpsAutomation.Core.Tests.Exports.Reading.Zip;

public class ZipExportTests
{
    [Fact]
    public void Each_entry_is_a_table_and_clutter_is_passed_over()
    {
        using var file = Read.Open(Zips.Of(
            ("hubspot/deals-1.csv", "id,name\n1,Acme\n"),
            ("__MACOSX/hubspot/._deals-1.csv", "junk"),
            ("hubspot/.DS_Store", "junk"),
            ("../../etc/deals-2.csv", "id,name\n2,Beta\n"),
            ("tasks.json", "[{\"id\":1}]")), "all.zip");

        file.Tables.Select(table => table.FileName).ShouldBe(["deals-1.csv", "deals-2.csv", "tasks.json"]);
        file.Tables.SelectMany(table => table.Lines()).ShouldBe(["1|Acme", "2|Beta", "1"]);
    }

    [Fact]
    public void A_workbook_inside_is_read_and_an_empty_entry_is_a_warning()
    {
        using var file = Read.Open(Zips.Of(
            ("a.xlsx", Zips.Workbook(new Sheet("A", Zips.Row(1, "a", "b") + Zips.Row(2, "x", "y")))),
            ("empty.csv", Array.Empty<byte>())), "all.zip");

        file.Tables.ShouldHaveSingleItem().Lines().ShouldBe(["x|y"]);
        file.Tables[0].Warnings.ShouldHaveSingleItem().En.ShouldContain("empty.csv: the file is empty");
    }

    [Fact]
    public void An_archive_within_an_archive_is_refused() =>
        Read.Refusal(() => Read.Open(Zips.Of(("inner.zip", Zips.Of(("a.csv", "a,b\n1,2\n")))), "outer.zip")).Message.ShouldContain("archive within an archive");

    [Fact]
    public void Too_many_entries_are_refused() =>
        Read.Refusal(() => Read.Open(Zips.Of([.. Enumerable.Range(0, 201).Select(i => ($"{i}.csv", "a,b\nx,y\n"))]), "many.zip")).Message.ShouldContain("holds 201 files");

    [Fact]
    public void A_bomb_is_refused_while_it_inflates()
    {
        var zeros = Encoding.ASCII.GetBytes("id,name\n1," + new string('a', 20 << 20) + "\n");

        Read.Refusal(() => Read.Open(Zips.Of(("a.csv", zeros)), "bomb.zip", new ReadingLimits { MaxFieldBytes = 64 << 20 })).Message.ShouldContain("zip bomb");
    }

    [Fact]
    public void An_encrypted_entry_is_refused()
    {
        var zip = Zips.Of(("a.csv", "a,b\nx,y\n"));
        // Bit 0 of the general purpose flag, in the entry and in the directory.
        zip[6] |= 1;
        var directory = zip.AsSpan().IndexOf("PK\u0001\u0002"u8);
        zip[directory + 8] |= 1;

        Read.Refusal(() => Read.Open(zip, "secret.zip")).Message.ShouldContain("password");
    }

    [Fact]
    public void An_empty_archive_is_refused() => Read.Refusal(() => Read.Open(Zips.Of(("__MACOSX/x", "y")), "e.zip")).Message.ShouldContain("empty");

    [Fact]
    public void The_limit_holds_over_all_entries_and_workbooks_together_by_the_bytes_that_come_out()
    {
        var book = Zips.Workbook(new Sheet("A", Zips.Row(1, "a", "b") + string.Concat(Enumerable.Range(2, 5000).Select(row => Zips.Row(row, $"x{row}", $"y{row}")))));
        ReadAll(Zips.Of(("1.xlsx", book)));

        Read.Refusal(() => ReadAll(Zips.Of(("1.xlsx", book), ("2.xlsx", book), ("3.xlsx", book)))).Message.ShouldContain("zip bomb");
    }

    private static void ReadAll(byte[] zip)
    {
        using var file = Read.Open(zip, "all.zip", new ReadingLimits { MaxInflatedBytes = 1 << 20 });
        foreach (var table in file.Tables)
            table.Rows().Count.ShouldBe(5000);
    }
}
