using System.Xml;
using OpsAutomation.Exports.Reading.Zip;

namespace OpsAutomation.Exports.Reading.Sheets;

/// <summary>What the workbook's own parts say: its sheets, where the others lie, and from which day dates count.</summary>
internal sealed record WorkbookParts(IReadOnlyList<SheetPart> Sheets, bool StartsIn1904, string? SharedTexts, string? Styles)
{
    /// <summary>Reads the parts, or returns null where this is no workbook.</summary>
    public static WorkbookParts? Read(string file, Archive archive, ReadingLimits limits)
    {
        var root = Relationship.Read(file, archive, "", limits).FirstOrDefault(relationship => relationship.IsOf("officeDocument"))?.Target ?? "xl/workbook.xml";
        if (!archive.Has(root))
            return null;
        var relationships = Relationship.Read(file, archive, root, limits);
        var byId = new Dictionary<string, Relationship>(StringComparer.Ordinal);
        foreach (var relationship in relationships)
            byId.TryAdd(relationship.Id, relationship);
        var seen = 0;
        var sheets = new List<SheetPart>();
        var startsIn1904 = false;
        using (var xml = SafeXml.Open(file, archive.Read(root)!))
        {
            while (xml.Read())
            {
                if (xml.NodeType != XmlNodeType.Element)
                    continue;
                if (xml.LocalName == "workbookPr")
                    startsIn1904 = xml.GetAttribute("date1904") is "1" or "true";
                else if (xml.LocalName == "sheet" && ++seen > limits.MaxSheets)
                    throw Oversize.Parts(file, limits.MaxSheets);
                else if (xml.LocalName == "sheet" && Sheet(file, archive, byId, xml, limits) is { } sheet)
                    Add(file, sheets, sheet);
            }
        }

        return new(sheets, startsIn1904,
            relationships.FirstOrDefault(relationship => relationship.IsOf("sharedStrings"))?.Target,
            relationships.FirstOrDefault(relationship => relationship.IsOf("styles"))?.Target);
    }

    // Two sheets never share a part, except where somebody wants one part to be read without end.
    private static void Add(string file, List<SheetPart> sheets, SheetPart sheet)
    {
        if (sheets.Exists(other => string.Equals(other.Path, sheet.Path, StringComparison.OrdinalIgnoreCase)))
            throw Archive.Damaged(file);
        sheets.Add(sheet);
    }

    private static SheetPart? Sheet(string file, Archive archive, Dictionary<string, Relationship> relationships, XmlReader xml, ReadingLimits limits)
    {
        string? id = null;
        for (var i = 0; i < xml.AttributeCount; i++)
        {
            xml.MoveToAttribute(i);
            if (xml.LocalName == "id" && xml.Prefix.Length > 0)
                id = xml.Value;
        }

        xml.MoveToElement();
        // Sheets of charts and dialogues hold no cells.
        var target = id is not null && relationships.GetValueOrDefault(id) is { } found && found.IsOf("worksheet") ? found.Target : null;
        if (target is null || !archive.Has(target))
            return null;
        var hasPivot = Relationship.Read(file, archive, target, limits).Any(relationship => relationship.IsOf("pivotTable"));
        return new(xml.GetAttribute("name") ?? "", target, xml.GetAttribute("state") is "hidden" or "veryHidden", hasPivot);
    }
}
