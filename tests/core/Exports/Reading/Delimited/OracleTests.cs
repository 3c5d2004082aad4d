using System.Buffers;
using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using FsCheck;
using FsCheck.Fluent;

namespace OpsAutomation.Core.Tests.Exports.Reading.Delimited;

public class OracleTests
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\"\r\n,;|\t ");

    private static readonly Gen<string> Cell = Gen.Frequency(
        (6, Gen.Elements("Acme", "é", "12,5", "1;2", "a|b", "\t", "x y", "0", "=1+1", "€")),
        (2, Gen.Elements("", " ", "\"", "\"\"", "a\"b", "\"a\"", "line\nbreak", "line\r\nbreak", "\r", ",", "\",\"")),
        (1, Gen.Choose(30, 300).Select(length => new string('z', length))));

    private static readonly Gen<(string[][] Rows, char Delimiter, string End, bool QuoteAll, bool LastEnd)> Tables =
        from width in Gen.Choose(2, 12)
        from rows in Cell.ArrayOf(width - 1).NonEmptyListOf()
        from delimiter in Gen.Elements(',', ';', '\t', '|')
        from end in Gen.Elements("\r\n", "\n", "\r")
        from quoteAll in Gen.Elements(true, false)
        from lastEnd in Gen.Elements(true, false)
        select (rows.Select((row, i) => (string[])[$"r{i}", .. row]).ToArray(), delimiter, end, quoteAll, lastEnd);

    [Fact]
    public void What_a_writer_by_the_rules_writes_is_read_back_the_same_and_as_CsvHelper_reads_it()
    {
        Prop.ForAll(Arb.From(Tables), table =>
        {
            var header = Enumerable.Range(0, table.Rows[0].Length).Select(i => $"column {(char)('a' + i)}").ToArray();
            var text = Write([header, .. table.Rows], table.Delimiter, table.End, table.QuoteAll, table.LastEnd);

            var read = Read.Table(text);
            var rows = read.Rows();

            read.Delimiter.ShouldBe(table.Delimiter);
            read.Header.ShouldBe(header);
            rows.ShouldAllBe(row => row.Defect == null);
            rows.Select(row => row.Fields).ShouldBe(table.Rows, Same.Rows);
            rows.Select(row => row.Fields).ShouldBe(ByCsvHelper(text, table.Delimiter).Skip(1), Same.Rows);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(400));
    }

    [Fact]
    public void Rows_across_the_edges_of_the_buffer_are_read_as_CsvHelper_reads_them()
    {
        var random = new System.Random(7);
        var rows = Enumerable.Range(0, 9000).Select(i => (string[])[$"{i}", new string('q', random.Next(90)), i % 7 == 0 ? "a \"b\"\r\n, c" : "d", $"{random.Next()}"]).ToArray();
        var text = Write([["id", "filler", "note", "number"], .. rows], ',', "\r\n", quoteAll: false, lastEnd: false);

        Read.Table(text).Rows().Select(row => row.Fields).ShouldBe(ByCsvHelper(text, ',').Skip(1), Same.Rows);
    }

    [Theory]
    [InlineData("maven-sales_pipeline.csv", 8800)]
    [InlineData("nps-en-1.csv", 39)]
    [InlineData("nps-en-2.csv", 39)]
    [InlineData("salesforce-dataloader-opportunity.csv", 38)]
    public void Real_files_are_read_as_CsvHelper_reads_them(string name, int count)
    {
        var path = SharedData(name);
        Assert.SkipWhen(path is null, "The folder shared/data is not there.");
        var bytes = File.ReadAllBytes(path!);

        var rows = Read.Table(bytes, name).Rows();

        rows.Count.ShouldBe(count);
        rows.ShouldAllBe(row => row.Defect == null);
        rows.Select(row => row.Fields).ShouldBe(ByCsvHelper(Encoding.UTF8.GetString(bytes), ',').Skip(1), Same.Rows);
    }

    private static string? SharedData(string name)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(Path.Combine(folder.FullName, "OpsAutomation.sln")))
                continue;
            var path = Path.Combine(folder.FullName, "..", "shared", "data", name);
            return File.Exists(path) ? path : null;
        }

        return null;
    }

    private static string Write(string[][] rows, char delimiter, string end, bool quoteAll, bool lastEnd)
    {
        var text = new StringBuilder();
        foreach (var row in rows)
        {
            text.AppendJoin(delimiter, row.Select(cell => quoteAll || cell.AsSpan().IndexOfAny(Special) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell));
            text.Append(end);
        }

        if (!lastEnd)
            text.Length -= end.Length;
        return text.ToString();
    }

    private static List<string[]> ByCsvHelper(string text, char delimiter)
    {
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = delimiter.ToString(), IgnoreBlankLines = true });
        var rows = new List<string[]>();
        while (parser.Read())
            rows.Add(parser.Record!);
        return rows;
    }

    private sealed class Same : IEqualityComparer<string[]>
    {
        public static Same Rows { get; } = new();

        public bool Equals(string[]? x, string[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(string[] row) => row.Length;
    }
}
