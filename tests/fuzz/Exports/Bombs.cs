using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>Files of at most 1 MiB that want far more memory or time than any honest file of their size.</summary>
internal static class Bombs
{
    private const int Size = 1 << 20;

    // Beyond that many times its own size an entry is refused for that alone: these stay below, and all limits behind it have to hold.
    private const int Ratio = 270;
    private const int NoiseLength = 300;

    // Of the long form 1 MiB; in CI a part of it, which meets the same limits.
    private static readonly int Inflated = (FuzzSettings.IsLong ? 1 << 20 : 1 << 18) * Ratio;
    private static readonly Random Random = new(1);
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>The bombs by name.</summary>
    public static IReadOnlyDictionary<string, Func<byte[]>> All { get; } = new Dictionary<string, Func<byte[]>>(StringComparer.Ordinal)
    {
        ["one JSON field with a list of 200,000 values"] = () => Text("[{\"id\":1,\"tags\":[" + Repeat("\"a\",", Size / 5) + "\"a\"],\"amount\":5}]"),
        ["JSON fields below a name of half a megabyte"] = () => Text("[{\"" + Repeat("n", Size / 2) + "\":{" + string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"c{i}\":{i}")) + "}}]"),
        ["JSON objects without anything in them"] = () => Text("[" + Repeat("{},", Size / 3) + "{\"id\":1}]"),
        ["JSON of 4,000 fields, once each"] = () => Text("[" + string.Join(',', Enumerable.Range(0, 4000).Select(i => $"{{\"id\":{i},\"c{i}\":\"" + Repeat("v", 200) + "\"}")) + "]"),
        ["JSON nested without end"] = () => Text(Repeat("[{\"a\":", Size / 6)),
        ["a zip of JSON that inflates without end"] = () => Zip(("deals.json", "[", "{\"id\":1,\"amount\":5,\"stage\":\"won\"},", "{\"id\":2}]", "{\"id\":\"~\"},")),
        ["a zip of CSV that inflates without end"] = () => Zip(("deals.csv", "Record ID,Amount,Deal Stage,Close Date\n", "1,5,closedwon,2026-01-05\n", "", "~,5,closedwon,2026-01-05\n")),
        ["a zip of CSV that is one field"] = () => Zip(("deals.csv", "Record ID,Amount\n1,\"", "x", "\"", "~")),
        ["a zip of CSV that is one quoted field after the other"] = () => Zip(("deals.csv", "Record ID,Amount\n", "\"x", "\n", "~")),
        ["a zip within a zip within a zip"] = () => Zip(("a.zip", Archive(("b.zip", Archive(("c.csv", Text("a,b\n1,2\n"))))))),
        ["a zip of 100,000 entries"] = () => Archive([.. Enumerable.Range(0, 10_000).Select(i => ($"{i}", Array.Empty<byte>()))]),
        ["a zip whose 150 entries are the same bytes"] = () => Overlapping(150),
        ["a workbook of shared texts without text"] = () => Workbook(shared: ("", "<si/>", "", "<si><t>~</t></si>")),
        ["a workbook with one shared text without end"] = () => Workbook(shared: ("<si><t>", "x", "</t></si>", "~")),
        ["a workbook with a cell without end"] = () => Workbook(rows: ("<row r=\"1\"><c t=\"inlineStr\"><is><t>", "x", "</t></is></c></row>", "~")),
        ["a workbook of blank rows"] = () => Workbook(rows: ("", "<row/>", "", "<row a=\"~\"/>")),
        ["a workbook of blank cells"] = () => Workbook(rows: ("<row r=\"1\">", "<c/>", "</row>", "<c a=\"~\"/>")),
        ["a workbook of filled cells in one row"] = () => Workbook(rows: ("<row r=\"1\">", "<c><v>1</v></c>", "</row>", "<c a=\"~\"/>")),
        ["a workbook with an attribute without end"] = () => Workbook(rows: ("<row r=\"", "1", "\"/>", "~")),
        ["a workbook with a million sheets"] = () => Workbook(sheets: ("", "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", "", "<sheet name=\"~\"/>")),
        ["a workbook with a million references"] = () => Workbook(references: ("", $"<Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/s.xml\"/>", "", "<a b=\"~\"/>")),
        ["a workbook with a million styles"] = () => Workbook(styles: ("<cellXfs>", "<xf numFmtId=\"14\"/>", "</cellXfs>", "<xf a=\"~\"/>")),
        ["a workbook of 9,000 parts"] = ManyParts,
        ["JSON of one record with 4,000 fields and many with one"] = () => Text("[{" + string.Join(',', Enumerable.Range(0, 4000).Select(i => $"\"c{i}\":{i}")) + "}" + Repeat(",{\"a\":1}", 120_000) + "]"),
        ["CSV of 4,000 columns and half a million short rows"] = () => Text(string.Join(',', Enumerable.Range(0, 4000).Select(i => $"Amount {i}")) + "\n" + Repeat("5\n", 500_000)),
        ["JSON of a list below a name of half a megabyte"] = () => Text("[{\"" + Repeat("n", Size / 2) + "\":[" + Repeat("1,", 200_000) + "1]}]"),
        ["CSV of quotes alone"] = () => Text("Record ID,Amount\n" + Repeat("\"", Size)),
        ["CSV of lines with an open quote each"] = () => Text("Record ID,Amount\n" + Repeat("\"a\n", Size / 3)),
        ["CSV of lines with an open quote behind a field each"] = () => Text("Record ID,Amount\n" + Repeat("1,\"a\n", Size / 5)),
        ["CSV of line ends alone"] = () => Text("Record ID,Amount\n" + Repeat("\n", Size)),
        ["CSV of commas alone"] = () => Text(Repeat(",", Size)),
        ["CSV of 4,000 columns"] = () => Text(string.Join(',', Enumerable.Range(0, 4000).Select(i => $"Amount {i}")) + "\n" + Repeat(Repeat("5,", 4000) + "\n", 120)),
        ["CSV of 4,000 columns of one name"] = () => Text(Repeat("Amount,", 4000) + "\n" + Repeat(Repeat("5,", 4000) + "\n", 120)),
        ["CSV of one column and half a million totals"] = () => Text("Amount;Close Date\n" + Repeat("T;\n", Size / 3)),
        ["CSV of distinct words"] = () => Text("Record ID,Deal Stage,Amount,Currency\n" + string.Concat(Enumerable.Range(0, 40_000).Select(i => $"{i},s{i},{i},C{i}\n"))),
        ["CSV of distinct numbers of 500 digits"] = () => Text("Record ID,Amount\n" + Repeat($"1,{Repeat("9", 500)}.{Repeat("9", 500)}\n", Size / 1010)),
    };

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();

    private static byte[] Zip(params (string Path, byte[] Bytes)[] entries) => Archive(entries);

    private static byte[] Zip((string Path, string First, string Again, string Last, string Noise) entry) =>
        Archive(zip => Add(zip, entry.Path, entry.First, entry.Again, entry.Last, entry.Noise));

    private static byte[] Archive(params (string Path, byte[] Bytes)[] entries) => Archive(zip =>
    {
        foreach (var (path, bytes) in entries)
        {
            using var entry = zip.CreateEntry(path).Open();
            entry.Write(bytes);
        }
    });

    private static byte[] Archive(Action<ZipArchive> fill)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
            fill(zip);
        return stream.ToArray();
    }

    private static void Add(ZipArchive zip, string path, string first, string again = "", string last = "", string noise = "")
    {
        using var entry = zip.CreateEntry(path, CompressionLevel.SmallestSize).Open();
        entry.Write(Text(first));
        if (again.Length > 0)
        {
            var block = Text(Repeat(again, Math.Max(1, 65536 / again.Length)));
            for (var written = 0L; written < Inflated; written += block.Length)
            {
                entry.Write(block);
                entry.Write(Text(noise.Replace("~", Noise(), StringComparison.Ordinal)));
            }
        }

        entry.Write(Text(last));
    }

    private static string Noise() => new([.. Enumerable.Range(0, NoiseLength).Select(_ => (char)('0' + Random.Next(10)))]);

    private static byte[] Workbook(
        (string, string, string, string)? rows = null, (string, string, string, string)? shared = null, (string, string, string, string)? sheets = null, (string, string, string, string)? references = null, (string, string, string, string)? styles = null) =>
        Archive(zip =>
        {
            void Part(string path, string before, (string First, string Again, string Last, string Noise)? inside, string otherwise, string after) =>
                Add(zip, path, before + (inside?.First ?? otherwise), inside?.Again ?? "", (inside?.Last ?? "") + after, inside?.Noise ?? "");

            Part("[Content_Types].xml", "<Types/>", null, "", "");
            Part("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets>", sheets, "<sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/>", "</sheets></workbook>");
            Part("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/s.xml\"/><Relationship Id=\"s\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/>"
                + $"<Relationship Id=\"t\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/>", references, "", "</Relationships>");
            Part("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">", styles, "", "</styleSheet>");
            Part("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">", shared, "<si><t>Record ID</t></si><si><t>Amount</t></si>", "</sst>");
            Part("xl/worksheets/s.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>", rows,
                "<row r=\"1\"><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row r=\"2\"><c><v>1</v></c><c><v>5</v></c></row>", "</sheetData></worksheet>");
        });

    private static byte[] ManyParts()
    {
        const int count = 4_500;
        return Archive(zip =>
        {
            Add(zip, "[Content_Types].xml", "<Types/>");
            Add(zip, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><sheets>" + string.Concat(Enumerable.Range(0, count).Select(i => $"<sheet name=\"S{i}\" sheetId=\"1\" r:id=\"r{i}\"/>")) + "</sheets></workbook>");
            Add(zip, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\">" + string.Concat(Enumerable.Range(0, count).Select(i => $"<Relationship Id=\"r{i}\" Type=\"{Rel}/worksheet\" Target=\"{i}\"/>")) + "</Relationships>");
            for (var i = 0; i < count; i++)
            {
                Add(zip, $"xl/{i}", "<a/>");
                Add(zip, $"xl/_rels/{i}.rels", "<a/>");
            }
        });
    }

    // Each line of the directory leads to the one entry that there is.
    private static byte[] Overlapping(int times)
    {
        var one = Archive(zip => Add(zip, "deals.csv", "Record ID,Amount\n", "1,5\n", ""));
        var start = one.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        var end = one.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        var line = one[start..end];
        using var stream = new MemoryStream();
        stream.Write(one.AsSpan(0, start));
        for (var i = 0; i < times; i++)
        {
            Encoding.ASCII.GetBytes($"d{i:000}s.csv", line.AsSpan(46, 9));
            stream.Write(line);
        }

        var last = one[end..];
        BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(8), (ushort)times);
        BinaryPrimitives.WriteUInt16LittleEndian(last.AsSpan(10), (ushort)times);
        BinaryPrimitives.WriteUInt32LittleEndian(last.AsSpan(12), (uint)(line.Length * times));
        stream.Write(last);
        return stream.ToArray();
    }
}
