using System.Globalization;
using System.Text;
using System.Xml;
using OpsAutomation.Exports.Reading;
using OpsAutomation.Exports.Reading.Sheets;

namespace OpsAutomation.Privacy;

/// <summary>Writes the cells of one sheet anew, each with the type and format that it had.</summary>
internal sealed class SheetRewriter(string file, RecordLayout layout, IRecordEditor editor, SharedTexts texts, ReadingLimits limits)
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private readonly RecordCells record = new(layout);
    private readonly List<(int Column, string? Style, string Type, string Value)> cells = [];

    /// <summary>The row of the header, from 1; 0 where the sheet has no table.</summary>
    public int HeaderLine { get; init; }

    public void Write(Stream sheet, XmlWriter xml, CancellationToken cancellationToken)
    {
        using var reader = SafeXml.Open(file, sheet);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData", Main);
        var line = 0;
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "row")
                continue;
            cancellationToken.ThrowIfCancellationRequested();
            line = int.TryParse(reader.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : line + 1;
            cells.Clear();
            if (!reader.Reader.IsEmptyElement)
                Read(reader);
            Edit(line);
            Write(xml, line);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void Read(SafeXml reader)
    {
        var column = -1;
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "row"))
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "c")
                continue;
            column = CellReference.ColumnOf(reader.GetAttribute("r")) ?? column + 1;
            if (column >= limits.MaxColumns)
                throw Oversize.Columns(file, 0, limits.MaxColumns);
            var type = reader.GetAttribute("t") ?? "n";
            var style = reader.GetAttribute("s");
            var value = reader.Reader.IsEmptyElement ? "" : ReadValue(reader);
            if (type == "s")
                value = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? TextOf(texts[index]) : "";
            else if (type is "str" or "inlineStr")
                value = TextOf(Encoding.UTF8.GetBytes(value));
            cells.Add((column, style, type is "s" or "str" or "inlineStr" ? "inlineStr" : type, value));
        }
    }

    private static string TextOf(ReadOnlySpan<byte> text) => Encoding.UTF8.GetString(EscapedText.Has(text) ? EscapedText.Unescape(text) : text);

    private string ReadValue(SafeXml reader)
    {
        var value = new StringBuilder();
        var inside = false;
        var phonetic = false;
        var chars = new char[1024];
        while (reader.Read() && !(reader.NodeType == XmlNodeType.EndElement && reader.LocalName == "c"))
        {
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement)
            {
                var opens = reader.NodeType == XmlNodeType.Element && !reader.Reader.IsEmptyElement;
                inside = reader.LocalName is "v" or "t" ? opens : inside;
                phonetic = reader.LocalName == "rPh" ? opens : phonetic;
                continue;
            }

            for (int read; inside && !phonetic && (read = reader.ReadText(chars)) > 0;)
            {
                value.Append(chars, 0, read);
                if (value.Length > limits.MaxFieldBytes)
                    throw Oversize.Field(file, 0, limits.MaxFieldBytes);
            }
        }

        return value.ToString();
    }

    private void Edit(int line)
    {
        if (line == HeaderLine)
            return;
        record.Clear();
        for (var i = 0; i < cells.Count; i++)
        {
            var isCode = cells[i].Type == "n" && layout.Of(cells[i].Column) is CellTreatment.Code or CellTreatment.Subject;
            if (isCode)
                cells[i] = cells[i] with { Value = Whole(cells[i].Value) };
            // What a sheet keeps as a number or a date is a figure, unless its column holds codes.
            record.Add(cells[i].Value, cells[i].Column, cells[i].Type == "inlineStr" ? null : isCode ? CellTreatment.Code : CellTreatment.Keep);
        }

        var isRecord = line > HeaderLine && !IsFooter();
        if (isRecord)
            editor.Edit(record);
        for (var i = 0; i < cells.Count; i++)
            cells[i] = cells[i] with { Value = isRecord ? record[i] : cells[i].Type == "inlineStr" ? LooseText.Edit(cells[i].Value, editor) : cells[i].Value };
    }

    // Spreadsheets write long numbers with an exponent.
    private static string Whole(string value) =>
        value.Contains('E', StringComparison.OrdinalIgnoreCase) && decimal.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number)
            ? decimal.Truncate(number).ToString(CultureInfo.InvariantCulture) : value;

    private bool IsFooter()
    {
        var filled = cells.FindAll(cell => cell.Value.Length > 0);
        return filled.Count > 0 && filled[0].Type == "inlineStr"
            && ((filled.Count == 1 && FooterLines.IsMarker(Encoding.UTF8.GetBytes(filled[0].Value))) || (LooseText.IsTotal(filled[0].Value) && filled.Skip(1).All(cell => cell.Type == "n")));
    }

    private void Write(XmlWriter xml, int line)
    {
        xml.WriteStartElement("row", Main);
        xml.WriteAttributeString("r", line.ToString(CultureInfo.InvariantCulture));
        foreach (var (column, style, type, value) in cells)
        {
            xml.WriteStartElement("c", Main);
            xml.WriteAttributeString("r", CellReference.Of(column, line));
            if (style is not null)
                xml.WriteAttributeString("s", style);
            if (type != "n")
                xml.WriteAttributeString("t", type);
            if (type == "inlineStr")
            {
                xml.WriteStartElement("is", Main);
                xml.WriteStartElement("t", Main);
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(EscapedText.Escape(value));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }
            else if (value.Length > 0)
            {
                xml.WriteElementString("v", Main, value);
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
