using System.Globalization;
using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>Which cell styles show a serial number as a date or a time.</summary>
internal sealed class CellFormats
{
    private readonly List<NumberLook> _looks = [];

    private CellFormats(bool startsIn1904) => StartsIn1904 = startsIn1904;

    /// <summary>Whether day 0 is 1904-01-01.</summary>
    public bool StartsIn1904 { get; }

    public NumberLook LookOf(int style) => (uint)style < (uint)_looks.Count ? _looks[style] : NumberLook.Number;

    public static CellFormats Read(string file, Archive archive, WorkbookParts parts, ReadingLimits limits)
    {
        var formats = new CellFormats(parts.StartsIn1904);
        if (parts.Styles is null || archive.Read(parts.Styles) is not { } stream)
            return formats;
        var codes = new Dictionary<int, string>();
        var inCells = false;
        using var xml = SafeXml.Open(file, stream);
        while (xml.Read())
        {
            if (xml.LocalName == "cellXfs")
                inCells = xml.NodeType == XmlNodeType.Element;
            if (xml.NodeType != XmlNodeType.Element)
                continue;
            if (xml.LocalName == "numFmt" && Id(xml) is { } id && codes.Count < limits.MaxReferences)
                codes[id] = xml.GetAttribute("formatCode") ?? "";
            else if (xml.LocalName == "xf" && inCells && formats._looks.Count == limits.MaxReferences)
                throw Oversize.Parts(file, limits.MaxReferences);
            else if (xml.LocalName == "xf" && inCells)
                formats._looks.Add(NumberFormat.Look(Id(xml) ?? 0, codes.GetValueOrDefault(Id(xml) ?? 0)));
        }

        return formats;
    }

    private static int? Id(SafeXml xml) =>
        int.TryParse(xml.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
