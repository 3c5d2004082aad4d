using System.IO.Compression;
using System.Globalization;
using System.Text;

namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary>A real sales pipeline, rewritten in the shapes in which other tools would export it.</summary>
internal sealed class MavenPipeline
{
    private readonly string[][] rows;

    public MavenPipeline() => rows = [.. File.ReadAllLines(SharedData.Find("maven-sales_pipeline.csv")).Where(line => line.Length > 0).Select(line => line.Split(','))];

    /// <summary>The original's bytes.</summary>
    public static byte[] Original() => File.ReadAllBytes(SharedData.Find("maven-sales_pipeline.csv"));

    /// <summary>Semicolons and decimal commas, as spreadsheets in France write.</summary>
    public byte[] French() => Encoding.UTF8.GetBytes(Text(";", "dd/MM/yyyy", amount => amount + ",00"));

    /// <summary>UTF-16 with tabs.</summary>
    public byte[] Utf16() => [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text("\t", "yyyy-MM-dd", amount => amount))];

    /// <summary>Windows-1252 with an accent.</summary>
    public byte[] Windows1252() => Encoding.Latin1.GetBytes(Text(";", "yyyy-MM-dd", amount => amount).Replace("Moses Frase", "Moïse Fräse", StringComparison.Ordinal));

    /// <summary>Month first, without leading zeros.</summary>
    public byte[] American() => Encoding.UTF8.GetBytes(Text(",", "M/d/yyyy", amount => amount));

    /// <summary>Day first with years of two digits.</summary>
    public byte[] ShortYears() => Encoding.UTF8.GetBytes(Text(",", "dd-MM-yy", amount => amount));

    /// <summary>A workbook with numbers and serial dates.</summary>
    public byte[] Workbook()
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "[Content_Types].xml", """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>""");
            Add(zip, "_rels/.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Add(zip, "xl/workbook.xml", """<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Pipeline" sheetId="1" r:id="rId1"/></sheets></workbook>""");
            Add(zip, "xl/_rels/workbook.xml.rels", """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>""");
            Add(zip, "xl/styles.xml", """<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>""");
            Add(zip, "xl/worksheets/sheet1.xml", Sheet());
        }

        return bytes.ToArray();
    }

    private string Sheet()
    {
        var sheet = new StringBuilder("""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>""");
        for (var row = 0; row < rows.Length; row++)
        {
            sheet.Append(CultureInfo.InvariantCulture, $"<row r=\"{row + 1}\">");
            for (var column = 0; column < rows[row].Length; column++)
                sheet.Append(Cell($"{(char)('A' + column)}{row + 1}", rows[row][column], row > 0 && IsDate(column), row > 0 && IsAmount(column)));
            sheet.Append("</row>");
        }

        return sheet.Append("</sheetData></worksheet>").ToString();
    }

    private static string Cell(string at, string value, bool isDate, bool isAmount) => value switch
    {
        "" => "",
        _ when isDate => $"<c r=\"{at}\" s=\"1\"><v>{DateTime.Parse(value, CultureInfo.InvariantCulture).ToOADate()}</v></c>",
        _ when isAmount => $"<c r=\"{at}\"><v>{value}</v></c>",
        _ => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(value)}</t></is></c>",
    };

    private static void Add(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name, CompressionLevel.Fastest).Open());
        writer.Write(text);
    }

    private string Text(string delimiter, string dates, Func<string, string> amounts)
    {
        var text = new StringBuilder();
        for (var row = 0; row < rows.Length; row++)
        {
            text.AppendJoin(delimiter, rows[row].Select((value, column) => row == 0 || value.Length == 0 ? value
                : IsDate(column) ? DateTime.Parse(value, CultureInfo.InvariantCulture).ToString(dates, CultureInfo.InvariantCulture)
                : IsAmount(column) ? amounts(value)
                : value));
            text.Append('\n');
        }

        return text.ToString();
    }

    private bool IsDate(int column) => rows[0][column].EndsWith("_date", StringComparison.Ordinal);

    private bool IsAmount(int column) => rows[0][column] == "close_value";
}
