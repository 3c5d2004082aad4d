using OpsAutomation.Documents;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class DocumentSnapshotTests
{
    public static TheoryData<string, Language> EveryDocument
    {
        get
        {
            var data = new TheoryData<string, Language>();
            foreach (var kind in DocumentLibrary.Kinds)
            {
                data.Add(kind.Id, Language.French);
                data.Add(kind.Id, Language.English);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(EveryDocument))]
    public async Task Every_document_reads_as_approved(string kind, Language language)
    {
        var document = await Company.Writer().Generator.GenerateAsync(Company.Context(language), kind);

        Approval.Check(document.Markdown, $"{kind}.{(language == Language.French ? "fr" : "en")}.md");
        document.Html.ShouldNotContain("{{");
        Keep(document, language);
    }

    [Theory]
    [InlineData(Language.French)]
    [InlineData(Language.English)]
    public async Task A_page_is_complete_html_as_approved(Language language)
    {
        var document = await Company.Writer().Generator.GenerateAsync(Company.Context(language), "weekly-ops-agenda");

        Approval.Check(document.Html, $"weekly-ops-agenda.{(language == Language.French ? "fr" : "en")}.html");
    }

    // To look at pages by eye: DOCUMENTS_OUT=folder writes them there.
    private static void Keep(GeneratedDocument document, Language language)
    {
        if (Environment.GetEnvironmentVariable("DOCUMENTS_OUT") is not { } folder)
            return;
        var path = Path.Combine(folder, $"{document.Kind.Id}.{(language == Language.French ? "fr" : "en")}");
        File.WriteAllText(path + ".html", document.Html);
        File.WriteAllBytes(path + ".docx", document.Docx);
    }
}
