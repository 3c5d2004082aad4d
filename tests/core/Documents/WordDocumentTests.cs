using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using OpsAutomation.Documents;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class WordDocumentTests
{
    private static readonly OpenXmlValidator[] Validators = [new(FileFormatVersions.Office2007), new(FileFormatVersions.Office2019)];

    [Theory]
    [MemberData(nameof(DocumentSnapshotTests.EveryDocument), MemberType = typeof(DocumentSnapshotTests))]
    public async Task The_validator_finds_nothing(string kind, Language language)
    {
        var written = await Company.Writer().Generator.GenerateAsync(Company.Context(language), kind);
        using var document = Open(written);

        foreach (var validator in Validators)
            validator.Validate(document).Select(error => error.Path?.XPath + " " + error.Description).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_content_gives_the_same_bytes()
    {
        var one = await Company.Writer().Generator.GenerateAsync(Company.Context(Language.French), "sop-client-onboarding");
        var other = await Company.Writer().Generator.GenerateAsync(Company.Context(Language.French), "sop-client-onboarding");

        one.Docx.ShouldBe(other.Docx);
        using var zip = new ZipArchive(new MemoryStream(one.Docx));
        zip.Entries.ShouldAllBe(entry => entry.LastWriteTime.Year == 1980);
    }

    [Fact]
    public async Task Headings_lists_boxes_and_tables_are_real()
    {
        using var document = Open(await Company.Writer().Generator.GenerateAsync(Company.Context(Language.French), "sop-client-onboarding"));
        var body = document.MainDocumentPart!.Document.Body!;

        body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!).Contains("Heading1", StringComparer.Ordinal).ShouldBeTrue();
        body.Descendants<NumberingId>().ShouldNotBeEmpty();
        body.Descendants<SdtRun>().ShouldNotBeEmpty();
        foreach (var table in body.Descendants<Table>())
        {
            table.Descendants<TableRow>().First().Descendants<TableHeader>().ShouldHaveSingleItem();
            table.Descendants<GridColumn>().Sum(column => int.Parse(column.Width!.Value!)).ShouldBe(9866);
        }
    }

    [Fact]
    public async Task Who_a_message_is_for_stays_on_the_page_of_the_message()
    {
        using var document = Open(await Company.Writer().Generator.GenerateAsync(Company.Context(Language.French), "playbook-outage"));

        var label = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Single(paragraph => paragraph.InnerText == "À l'équipe");

        label.ParagraphProperties!.KeepNext.ShouldNotBeNull();
    }

    [Fact]
    public async Task Proofing_language_properties_header_and_footer_are_the_documents_own()
    {
        using var document = Open(await Company.Writer().Generator.GenerateAsync(Company.Unapproved(Language.French), "sop-client-onboarding"));
        var main = document.MainDocumentPart!;

        main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value.ShouldBe("fr-FR");
        document.PackageProperties.Title.ShouldBe("Procédure\u00a0: accueil d'un nouveau client");
        main.HeaderParts.Single().Header.InnerText.ShouldContain("Atelier Lumen");
        main.FooterParts.Single().Footer.InnerText.ShouldContain("Version 1 · 23 novembre 2026");
        main.FooterParts.Single().Footer.Descendants<FieldCode>().Select(code => code.Text.Trim()).ShouldBe(["PAGE", "NUMPAGES"]);
    }

    private static WordprocessingDocument Open(GeneratedDocument document) => WordprocessingDocument.Open(new MemoryStream(document.Docx), isEditable: false);
}
