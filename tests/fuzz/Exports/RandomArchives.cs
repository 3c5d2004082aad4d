using System.IO.Compression;
using System.Text;
using OpsAutomation.Fuzz.Tests.Bytes;
using OpsAutomation.Fuzz.Tests.Running;

namespace OpsAutomation.Fuzz.Tests.Exports;

/// <summary>Workbooks and zips that are sound outside and anything inside, so that damage reaches the readers of what they hold.</summary>
internal static class RandomArchives
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/relationships";

    private static readonly string[] Names =
    [
        "deals.csv", "../../deals.csv", "/etc/passwd", "C:\\Windows\\deals.csv", "CON", "NUL.csv", "a/../b.csv", "deals.csv.", "deals.csv ", "x:y.csv", "__MACOSX/deals.csv", ".hidden", "é😀.csv", "a\u202Egnp.csv", "a\0b.csv",
        "deals.json", "board.json", "in.zip", "in.xlsx", new string('n', 3000) + ".csv", " ", "//", "mimetype", "[Content_Types].xml", "word/document.xml", "xl/workbook.xml",
    ];

    /// <summary>A workbook; one of its parts is damaged, or there are many sheets, texts or cells.</summary>
    public static byte[] Workbook(FuzzCase one)
    {
        var parts = Parts(one);
        for (var times = one.Random.Next(3); times > 0; times--)
        {
            var at = one.Random.Next(parts.Count);
            parts[at] = (parts[at].Path, Mutator.Damage(parts[at].Bytes, one.Random, parts[^1].Bytes));
        }

        if (one.Chance(10))
            parts.RemoveAt(one.Random.Next(parts.Count));
        if (one.IsLarge)
            parts[^1] = (parts[^1].Path, Mutator.Grow(parts[^1].Bytes, one.Random, FuzzCase.LargeBytes));
        return Pack(parts, one);
    }

    /// <summary>A zip of exports, other zips, and names that lead elsewhere.</summary>
    public static byte[] Zip(FuzzCase one, Func<FuzzCase, byte[]> content)
    {
        var entries = Enumerable.Range(0, one.IsLarge ? 1 : one.Random.Next(1, 5)).Select(_ => (Names[one.Random.Next(Names.Length)], content(one))).ToList();
        return Pack(entries, one);
    }

    /// <summary>Packs entries, deflated or stored.</summary>
    public static byte[] Pack(IEnumerable<(string Path, byte[] Bytes)> entries, FuzzCase one)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in entries)
            {
                using var entry = zip.CreateEntry(path, one.Chance(50) ? CompressionLevel.Fastest : CompressionLevel.NoCompression).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    private static List<(string Path, byte[] Bytes)> Parts(FuzzCase one)
    {
        var rows = new StringBuilder();
        for (var row = 1; row <= one.Random.Next(2, 8); row++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"<row r=\"{row}\">");
            for (var column = 0; column < 4; column++)
                rows.Append(Cell(one, $"{(char)('A' + column)}{row}"));
            rows.Append("</row>");
        }

        return
        [
            .. Texts(
                ("[Content_Types].xml", "<Types/>"),
                ("_rels/.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r\" Type=\"{Rel}/officeDocument\" Target=\"{one.Any(["xl/workbook.xml", "/xl/workbook.xml", "../xl/workbook.xml", "http://x/y", ""])}\"/></Relationships>"),
                ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Rel}\"><workbookPr date1904=\"{one.Random.Next(2)}\"/><sheets>"
                    + string.Concat(Enumerable.Range(1, one.Chance(2) ? 500 : one.Random.Next(1, 3)).Select(i => $"<sheet name=\"S{i}\" sheetId=\"{i}\" r:id=\"r1\"{(one.Chance(5) ? " state=\"hidden\"" : "")}/>")) + "</sheets></workbook>"),
                ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}\"><Relationship Id=\"r1\" Type=\"{Rel}/worksheet\" Target=\"worksheets/s.xml\"/>"
                    + $"<Relationship Id=\"s\" Type=\"{Rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{Rel}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"),
                ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"{one.Any(["dd/mm/yyyy", "[h]:mm:ss", "[Red]#,##0.00", "\\", "[", "\"&quot;", "@", ";;;"])}\"/></numFmts>"
                    + "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>"),
                ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(Enumerable.Range(0, 6).Select(_ => $"<si><t>{Xml(Tokens.Text(one.Random))}</t></si>"))}<si><t>Deal ID</t></si><si><t>Amount</t></si><si><t>_x000D__xD800_</t></si></sst>"),
                ("xl/worksheets/s.xml", $"<worksheet xmlns=\"{Main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>")),
        ];
    }

    private static string Cell(FuzzCase one, string at)
    {
        var place = one.Chance(90) ? at : one.Any(["XFD1", "ZZZZZZZZZZ1", "1", "", "A0", "A99999999999"]);
        return one.Random.Next(6) switch
        {
            0 => $"<c r=\"{place}\" t=\"s\"><v>{one.Any(["0", "1", "6", "7", "99", "-1", "99999999999", ""])}</v></c>",
            1 => $"<c r=\"{place}\" s=\"{one.Random.Next(5)}\"><v>{one.Any(["46000", "-1", "1e308", "NaN", "0.5", "2958466", "60", "-693594", "1e-5", ""])}</v></c>",
            2 => $"<c r=\"{place}\" t=\"{one.Any(["b", "e", "d", "str", "n", "x"])}\"><v>{Xml(Tokens.Text(one.Random))}</v></c>",
            3 => $"<c r=\"{place}\"/>",
            4 => $"<c r=\"{place}\"><f>{Xml(one.Any(["WEBSERVICE(\"http://x\")", "1/0", "DDE(\"a\";\"b\")"]))}</f><v>5</v></c>",
            _ => $"<c r=\"{place}\" t=\"inlineStr\"><is><t>{Xml(Tokens.Text(one.Random))}</t></is></c>",
        };
    }

    private static IEnumerable<(string Path, byte[] Bytes)> Texts(params (string Path, string Text)[] parts) => parts.Select(part => (part.Path, Encoding.UTF8.GetBytes(part.Text)));

    private static string Xml(string text) => System.Security.SecurityElement.Escape(text) ?? "";
}
