using System.Security;
using DocumentFormat.OpenXml.Wordprocessing;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Documents.Word;

/// <summary>What a Word file says of itself: its parts, its properties, its settings.</summary>
internal static class WordProperties
{
    private const string Types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    private const string ContentTypesStart =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        + "<Override PartName=\"/docProps/app.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.extended-properties+xml\"/>"
        + "<Override PartName=\"/word/document.xml\" ContentType=\"" + Word + "document.main+xml\"/>"
        + "<Override PartName=\"/word/styles.xml\" ContentType=\"" + Word + "styles+xml\"/>"
        + "<Override PartName=\"/word/numbering.xml\" ContentType=\"" + Word + "numbering+xml\"/>"
        + "<Override PartName=\"/word/settings.xml\" ContentType=\"" + Word + "settings+xml\"/>"
        + "<Override PartName=\"/word/header1.xml\" ContentType=\"" + Word + "header+xml\"/>"
        + "<Override PartName=\"/word/footer1.xml\" ContentType=\"" + Word + "footer+xml\"/>";

    /// <summary>The types of the parts, of so many charts among them.</summary>
    public static string ContentTypes(int charts) => ContentTypesStart
        + string.Concat(Enumerable.Range(1, charts).Select(i => $"<Override PartName=\"/word/charts/chart{i}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.drawingml.chart+xml\"/>"))
        + "</Types>";

    public const string PackageRelationships =
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + "<Relationship Id=\"rId1\" Type=\"" + Types + "officeDocument\" Target=\"word/document.xml\"/>"
        + "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>"
        + "<Relationship Id=\"rId3\" Type=\"" + Types + "extended-properties\" Target=\"docProps/app.xml\"/>"
        + "</Relationships>";

    public static string Core(DocumentFrame frame, LocalDate published)
    {
        var day = LocalDatePattern.Iso.Format(published) + "T00:00:00Z";
        return "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
            + " xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
            + $"<dc:title>{Encode(frame.Title)}</dc:title><dc:subject>{Encode(frame.Client)}</dc:subject><dc:creator>OpsAutomation</dc:creator>"
            + $"<dcterms:created xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:created><dcterms:modified xsi:type=\"dcterms:W3CDTF\">{day}</dcterms:modified>"
            + $"<dc:language>{frame.LocaleId}</dc:language><cp:version>{Encode(frame.Edition)}</cp:version></cp:coreProperties>";
    }

    public static string App(DocumentFrame frame) =>
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
        + $"<Application>OpsAutomation</Application><Company>{Encode(frame.Client)}</Company></Properties>";

    public static Settings Settings(DocumentFrame frame) => new(
        new Zoom { Percent = "100" },
        new DefaultTabStop { Val = 709 },
        new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
        new Compatibility(new CompatibilitySetting
        {
            Name = CompatSettingNameValues.CompatibilityMode,
            Uri = "http://schemas.microsoft.com/office/word",
            Val = "15",
        }),
        new ThemeFontLanguages { Val = frame.LocaleId },
        new DecimalSymbol { Val = frame.Language == Language.French ? "," : "." },
        new ListSeparator { Val = frame.Language == Language.French ? ";" : "," });

    private static string Encode(string text) => SecurityElement.Escape(WordDocument.Legal(text));
}
