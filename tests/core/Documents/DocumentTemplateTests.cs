using System.Text;
using OpsAutomation.Documents;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Locales;
using OpsAutomation.Engagements;

namespace OpsAutomation.Core.Tests.Documents;

public sealed class DocumentTemplateTests
{
    [Fact]
    public async Task An_engagement_brings_its_own_template()
    {
        var document = await WriteAsync("---\ntitle: Ma fiche\n---\nBonjour {{client}} : {{money engagement.dayRate}}, {{date engagement.start}}, {{address \"vous\" \"tu\"}}.\n");

        document.Markdown.ShouldBe("# Ma fiche\n\nBonjour Atelier Lumen\u00a0: 650\u00a0€, 12\u00a0octobre 2026, vous.\n".Replace("12\u00a0", "12 ", StringComparison.Ordinal));
        document.Title.ShouldBe("Ma fiche");
    }

    [Theory]
    [InlineData("---\ntitle: T\n---\nligne\n{{missing.value}}\n", 5, "missing")]
    [InlineData("---\ntitle: T\n---\nligne\n\n{{#if client}}\nouvert\n", 6, "if")]
    [InlineData("---\ntitle: T\n---\n{{client\n", 4, "{{")]
    [InlineData("---\ntitle: T\n---\na\n{{{client}}}\n", 5, "{{{client}}}")]
    [InlineData("---\ntitle: T\n---\na\n{{> part}}\n", 5, "")]
    [InlineData("---\ntitle: T\n---\n{{date client}}\n", 4, "date")]
    [InlineData("---\ntitle: T\n---\n{{unknown client}}\n", 4, "unknown")]
    [InlineData("---\ntitle: T\nnot a field\n---\n", 3, "not a field")]
    [InlineData("---\ntitle: T\n", 3, "---")]
    [InlineData("# no front matter\n", 1, "# no front matter")]
    public async Task An_error_names_file_line_and_token(string template, int line, string token)
    {
        var fault = await Should.ThrowAsync<OpsException>(() => WriteAsync(template));

        fault.Kind.ShouldBe(FailureKind.Refused);
        fault.Text.En.ShouldContain($"templates/fr/engagement-brief.md, line {line},");
        fault.Text.En.ShouldContain(token);
        fault.Text.Fr.ShouldContain($"templates/fr/engagement-brief.md, ligne {line},");
    }

    [Fact]
    public void The_built_in_templates_are_titled_as_the_library_says()
    {
        foreach (var kind in DocumentLibrary.Kinds)
        {
            FrenchTypography.Apply(TemplateSource.BuiltIn(kind.Id, Language.French).Title).ShouldBe(kind.Title.Fr);
            TemplateSource.BuiltIn(kind.Id, Language.English).Title.ShouldBe(kind.Title.En);
        }
    }

    [Fact]
    public async Task French_addresses_the_reader_as_the_engagement_says()
    {
        var context = Company.Context(Language.French);
        var writer = Company.Writer();

        (await writer.Generator.GenerateAsync(context, "exit-checklist")).Markdown.ShouldContain("Ne cochez");
        (await writer.Generator.GenerateAsync(context with { Engagement = context.Engagement with { Address = FormOfAddress.Tu } }, "exit-checklist"))
            .Markdown.ShouldContain("Ne coche qu");
    }

    private static async Task<GeneratedDocument> WriteAsync(string template)
    {
        var (generator, _, blobs, _) = Company.Writer();
        var context = Company.Context(Language.French);
        await blobs.WriteAsync(context.Engagement.Id, TemplateSource.OwnPath(Language.French, "engagement-brief"),
            (stream, token) => stream.WriteAsync(Encoding.UTF8.GetBytes(template), token).AsTask());
        return await generator.GenerateAsync(context, "engagement-brief");
    }
}
