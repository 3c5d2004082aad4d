using System.Security;
using System.Text;

namespace OpsAutomation.Documents.Word;

/// <summary>The relations of the document part: its fixed parts and the links in its text.</summary>
internal sealed class WordLinks
{
    public const string HeaderId = "rId4";
    public const string FooterId = "rId5";

    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private readonly List<string> targets = [];

    /// <summary>The relation's id for an address.</summary>
    public string IdFor(string url)
    {
        var index = targets.IndexOf(url);
        if (index < 0)
        {
            index = targets.Count;
            targets.Add(url);
        }
        return "rIdLink" + (index + 1);
    }

    /// <summary>The relation's id of a chart, from 1.</summary>
    public static string ChartId(int number) => "rIdChart" + number;

    /// <summary>All relations, those of so many charts among them.</summary>
    public string Relationships(int charts)
    {
        var xml = new StringBuilder("<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        foreach (var (id, part) in new[] { ("rId1", "styles"), ("rId2", "numbering"), ("rId3", "settings"), (HeaderId, "header"), (FooterId, "footer") })
            xml.Append($"<Relationship Id=\"{id}\" Type=\"{Types}{part}\" Target=\"{part}{(part is "header" or "footer" ? "1" : "")}.xml\"/>");
        for (var i = 0; i < targets.Count; i++)
            xml.Append($"<Relationship Id=\"rIdLink{i + 1}\" Type=\"{Types}hyperlink\" Target=\"{SecurityElement.Escape(targets[i])}\" TargetMode=\"External\"/>");
        for (var i = 1; i <= charts; i++)
            xml.Append($"<Relationship Id=\"{ChartId(i)}\" Type=\"{Types}chart\" Target=\"charts/chart{i}.xml\"/>");
        return xml.Append("</Relationships>").ToString();
    }
}
