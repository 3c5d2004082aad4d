using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class CompiledTemplateTests
{
    [Fact]
    public void The_same_content_is_compiled_once_and_filled_for_each_document()
    {
        var template = DocumentTemplate.Parse("templates/en/own.md", "---\ntitle: Own\n---\n{{number 1234}} {{address \"vous\" \"tu\"}} only here\n");
        var french = Company.Context(Language.French);
        var english = Company.Context(Language.English);

        var first = Render(french);
        var kept = CompiledTemplate.Find(template.Body).ShouldNotBeNull();
        (Render(english) == first).ShouldBeFalse();
        Render(french).ShouldBe(first);
        CompiledTemplate.Find(template.Body).ShouldBeSameAs(kept);

        string Render(DocumentContext context) => TemplateRenderer.Render(template, OpsAutomation.Documents.Models.DocumentModel.Of(context, template, "raci"), new TemplateHelpers(context, template));
    }
}
