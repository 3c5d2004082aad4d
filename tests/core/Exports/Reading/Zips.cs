using System.IO.Compression;
using System.Text;

namespace OpsAutomation.Core.Tests.Exports.Reading;

/// <summary>Makes zips and workbooks by hand, so that tests can also make those that no program would.</summary>
internal static class Zips
{
    public static byte[] Of(params (string Path, byte[] Bytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, bytes) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    public static byte[] Of(params (string Path, string Text)[] entries) => Of([.. entries.Select(entry => (entry.Path, Encoding.UTF8.GetBytes(entry.Text)))]);

    /// <summary>A workbook of sheets given as the XML inside <c>sheetData</c>.</summary>
    public static byte[] Workbook(params Sheet[] sheets) => Of([.. WorkbookParts(sheets)]);

    public static IEnumerable<(string Path, string Text)> WorkbookParts(Sheet[] sheets, bool date1904 = false)
    {
        const string main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const string rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const string package = "http://schemas.openxmlformats.org/package/2006/relationships";
        yield return ("[Content_Types].xml", "<Types/>");
        yield return ("_rels/.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{rel}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        yield return ("xl/workbook.xml", $"<workbook xmlns=\"{main}\" xmlns:r=\"{rel}\"><workbookPr{(date1904 ? " date1904=\"1\"" : "")}/><sheets>"
            + string.Concat(sheets.Select((sheet, i) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{i + 1}\"{(sheet.Hidden ? " state=\"hidden\"" : "")} r:id=\"rId{i + 1}\"/>")) + "</sheets></workbook>");
        yield return ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{package}\">"
            + string.Concat(sheets.Select((_, i) => $"<Relationship Id=\"rId{i + 1}\" Type=\"{rel}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))
            + $"<Relationship Id=\"s\" Type=\"{rel}/styles\" Target=\"styles.xml\"/><Relationship Id=\"t\" Type=\"{rel}/sharedStrings\" Target=\"/xl/sharedStrings.xml\"/></Relationships>");
        // Styles: 0 general, 1 day, 2 day and time, 3 hours, 4 colour and euros.
        yield return ("xl/styles.xml", $"<styleSheet xmlns=\"{main}\"><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\\ hh:mm\"/><numFmt numFmtId=\"165\" formatCode=\"[h]:mm:ss\"/>"
            + "<numFmt numFmtId=\"166\" formatCode=\"[Red]#,##0.00\\ &quot;days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"166\"/></cellXfs></styleSheet>");
        yield return ("xl/sharedStrings.xml", $"<sst xmlns=\"{main}\"><si><t>Name</t></si><si><r><t>Acm</t></r><r><t>é</t></r><rPh><t>x</t></rPh></si><si/><si><t xml:space=\"preserve\"> two_x000D_ lines</t></si></sst>");
        for (var i = 0; i < sheets.Length; i++)
        {
            yield return ($"xl/worksheets/sheet{i + 1}.xml", $"{sheets[i].Prologue}<worksheet xmlns=\"{main}\"><dimension ref=\"A1:XFD1048576\"/><sheetData>{sheets[i].Rows}</sheetData></worksheet>");
            if (sheets[i].Pivot)
                yield return ($"xl/worksheets/_rels/sheet{i + 1}.xml.rels", $"<Relationships xmlns=\"{package}\"><Relationship Id=\"rId1\" Type=\"{rel}/pivotTable\" Target=\"../pivotTables/pivotTable1.xml\"/></Relationships>");
        }
    }

    /// <summary>A row of inline texts.</summary>
    public static string Row(int number, params string[] cells) => $"<row r=\"{number}\">"
        + string.Concat(cells.Select((cell, i) => cell.Length == 0 ? "" : $"<c r=\"{(char)('A' + i)}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>")) + "</row>";
}

internal sealed record Sheet(string Name, string Rows, bool Hidden = false, bool Pivot = false, string Prologue = "");
