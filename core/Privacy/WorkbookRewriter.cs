using System.IO.Compression;
using System.Xml;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Sheets;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Privacy;

/// <summary>
/// Writes an XLSX workbook anew: its sheets with their cells, types and formats, and nothing else. Formulas become their values; comments,
/// pictures, pivot tables and the names of authors are left out, since they may name people.
/// </summary>
internal sealed class WorkbookRewriter(ExportContent content, Func<string, (RecordLayout Layout, int HeaderLine)?> layouts, IRecordEditor editor, ReadingLimits limits)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";
    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const int MaxParts = 10_000;

    private static readonly DateTimeOffset Fixed = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Write(Stream target, CancellationToken cancellationToken)
    {
        var archive = Archive.Open(content, limits, MaxParts);
        var parts = WorkbookParts.Read(content.Name, archive, limits) ?? throw Archive.Damaged(content.Name);
        var texts = SharedTexts.Read(content.Name, archive, parts.SharedTexts, limits);
        using var zip = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);
        Part(zip, "[Content_Types].xml", xml => ContentTypes(xml, parts));
        Part(zip, "_rels/.rels", xml => Links(xml, [("officeDocument", "xl/workbook.xml")]));
        Part(zip, "xl/workbook.xml", xml => Workbook(xml, parts));
        Part(zip, "xl/_rels/workbook.xml.rels", xml => Links(
            xml, [.. parts.Sheets.Select((_, index) => ("worksheet", $"worksheets/sheet{index + 1}.xml")), .. parts.Styles is null ? [] : new[] { ("styles", "styles.xml") }]));
        if (parts.Styles is not null)
            Copy(zip, archive, parts.Styles, "xl/styles.xml");
        for (var i = 0; i < parts.Sheets.Count; i++)
        {
            var sheet = parts.Sheets[i];
            var (layout, headerLine) = layouts(sheet.Name) ?? (RecordLayout.None, 0);
            using var stream = Entry(zip, $"xl/worksheets/sheet{i + 1}.xml");
            using var xml = XmlWriter.Create(stream);
            new SheetRewriter(content.Name, layout, editor, texts, limits) { HeaderLine = headerLine }.Write(archive.Read(sheet.Path) ?? throw Archive.Damaged(content.Name), xml, cancellationToken);
        }
    }

    private static void Workbook(XmlWriter xml, WorkbookParts parts)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteAttributeString("xmlns", "r", null, Relations);
        xml.WriteStartElement("workbookPr", Main);
        if (parts.StartsIn1904)
            xml.WriteAttributeString("date1904", "1");
        xml.WriteEndElement();
        xml.WriteStartElement("sheets", Main);
        for (var i = 0; i < parts.Sheets.Count; i++)
        {
            xml.WriteStartElement("sheet", Main);
            xml.WriteAttributeString("name", parts.Sheets[i].Name);
            xml.WriteAttributeString("sheetId", $"{i + 1}");
            if (parts.Sheets[i].IsHidden || parts.Sheets[i].HasPivot)
                xml.WriteAttributeString("state", "hidden");
            xml.WriteAttributeString("r", "id", Relations, $"rId{i + 1}");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void ContentTypes(XmlWriter xml, WorkbookParts parts)
    {
        xml.WriteStartElement("Types", Package + "content-types");
        Default(xml, "rels", "application/vnd.openxmlformats-package.relationships+xml");
        Default(xml, "xml", "application/xml");
        Override(xml, "/xl/workbook.xml", Types + "sheet.main+xml");
        if (parts.Styles is not null)
            Override(xml, "/xl/styles.xml", Types + "styles+xml");
        for (var i = 0; i < parts.Sheets.Count; i++)
            Override(xml, $"/xl/worksheets/sheet{i + 1}.xml", Types + "worksheet+xml");
        xml.WriteEndElement();
    }

    private static void Default(XmlWriter xml, string extension, string type)
    {
        xml.WriteStartElement("Default", Package + "content-types");
        xml.WriteAttributeString("Extension", extension);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Override(XmlWriter xml, string part, string type)
    {
        xml.WriteStartElement("Override", Package + "content-types");
        xml.WriteAttributeString("PartName", part);
        xml.WriteAttributeString("ContentType", type);
        xml.WriteEndElement();
    }

    private static void Links(XmlWriter xml, IReadOnlyList<(string Type, string Target)> links)
    {
        xml.WriteStartElement("Relationships", Package + "relationships");
        for (var i = 0; i < links.Count; i++)
        {
            xml.WriteStartElement("Relationship", Package + "relationships");
            xml.WriteAttributeString("Id", $"rId{i + 1}");
            xml.WriteAttributeString("Type", $"{Relations}/{links[i].Type}");
            xml.WriteAttributeString("Target", links[i].Target);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Part(ZipArchive zip, string path, Action<XmlWriter> write)
    {
        using var stream = Entry(zip, path);
        using var xml = XmlWriter.Create(stream);
        write(xml);
    }

    private static void Copy(ZipArchive zip, Archive archive, string from, string to)
    {
        if (archive.Read(from) is not { } part)
            return;
        using (part)
        using (var stream = Entry(zip, to))
            part.CopyTo(stream);
    }

    private static Stream Entry(ZipArchive zip, string path)
    {
        var entry = zip.CreateEntry(path, CompressionLevel.Optimal);
        entry.LastWriteTime = Fixed;
        return entry.Open();
    }
}
