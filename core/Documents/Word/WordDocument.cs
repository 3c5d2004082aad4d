using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Markdig.Syntax;
using NodaTime;
using OpsAutomation.Locales;

namespace OpsAutomation.Documents.Word;

/// <summary>Writes a document as DOCX: real styles, numbering, tables, check boxes, header and footer.</summary>
internal static class WordDocument
{
    public static byte[] Write(MarkdownDocument document, DocumentFrame frame, LocalDate published)
    {
        var layout = WordLayout.Of(frame);
        var links = new WordLinks();
        var numbering = new WordNumbering();
        var charts = new WordCharts(layout, Locale.Find(frame.LocaleId) ?? Locale.Of(frame.Language));
        var body = new Body();
        foreach (var element in new WordBlocks(layout, links, numbering, charts).Write(document, frame))
            body.Append(element);
        body.Append(layout.Section());
        var main = new Document(body) { MCAttributes = new MarkupCompatibilityAttributes { Ignorable = "w14" } };
        main.AddNamespaceDeclaration("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006");
        main.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        main.AddNamespaceDeclaration("w14", "http://schemas.microsoft.com/office/word/2010/wordml");

        var package = new WordPackage();
        package.Add("[Content_Types].xml", WordProperties.ContentTypes(charts.Parts.Count));
        package.Add("_rels/.rels", WordProperties.PackageRelationships);
        package.Add("docProps/core.xml", WordProperties.Core(frame, published));
        package.Add("docProps/app.xml", WordProperties.App(frame));
        package.Add("word/document.xml", main.OuterXml);
        package.Add("word/_rels/document.xml.rels", links.Relationships(charts.Parts.Count));
        package.Add("word/styles.xml", WordStyles.Of(frame).OuterXml);
        package.Add("word/numbering.xml", numbering.Part().OuterXml);
        package.Add("word/settings.xml", WordProperties.Settings(frame).OuterXml);
        package.Add("word/header1.xml", WordFrame.Header(frame, layout).OuterXml);
        package.Add("word/footer1.xml", WordFrame.Footer(frame, layout).OuterXml);
        for (var i = 0; i < charts.Parts.Count; i++)
            package.Add($"word/charts/chart{i + 1}.xml", charts.Parts[i]);
        return package.ToBytes();
    }

    /// <summary>The text without characters that XML cannot hold.</summary>
    public static string Legal(string text)
    {
        if (text.All(System.Xml.XmlConvert.IsXmlChar))
            return text;
        var legal = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || System.Xml.XmlConvert.IsXmlChar((char)rune.Value))
                legal.Append(rune);
        }
        return legal.ToString();
    }
}
