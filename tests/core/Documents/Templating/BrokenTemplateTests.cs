using System.Text;
using OpsAutomation.Documents.Templating;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Documents.Templating;

/// <summary>Whatever is wrong with a template of the engagement's own, it is refused as a whole: file, line, token and what to do.</summary>
public sealed class BrokenTemplateTests
{
    private const string Kind = "weekly-ops-agenda";

    [Theory]
    // Values that do not exist: also where this week does not come by.
    [InlineData("{{clientt}}", 0, "{{clientt}}", "did you mean client?")]
    [InlineData("a\n{{#if tu}}\n{{client.nmae}}\n{{/if}}", 2, "{{client.nmae}}", "there is no such value")]
    [InlineData("{{#each risks}}\n- {{text}} {{recomendation}}\n{{/each}}", 1, "{{recomendation}}", "did you mean recommendation?")]
    [InlineData("{{#each kpis}}{{else}}\n{{nothing}}{{/each}}", 1, "{{nothing}}", "there is no such value")]
    [InlineData("{{name}}", 0, "{{name}}", "there is no such value")]
    [InlineData("{{@index}}", 0, "{{@index}}", "there is no such value")]
    [InlineData("{{review.month}}", 0, "{{review.month}}", "counts: review")]
    [InlineData("{{#each workload.people}}{{name}}{{/each}}", 0, "{{#each workload.people}}", "counts: capacity")]
    // Helpers.
    [InlineData("{{shortdate today}}", 0, "{{shortdate today}}", "did you mean shortDate?")]
    [InlineData("{{#if tu}}{{upper client}}{{/if}}", 0, "{{upper client}}", "there is no such helper")]
    [InlineData("{{date}}", 0, "{{date}}", "date takes 1 value, not 0")]
    [InlineData("{{date today today}}", 0, "{{date today today}}", "date takes 1 value, not 2")]
    [InlineData("{{address \"vous\"}}", 0, "{{address \"vous\"}}", "address takes 2 values, not 1")]
    [InlineData("{{#if}}x{{/if}}", 0, "{{#if}}", "if takes 1 value, not 0")]
    [InlineData("{{#if tu \"unclosed}}x{{/if}}", 0, "{{#if tu \"unclosed}}", "not closed")]
    [InlineData("{{#loop kpis}}x{{/loop}}", 0, "{{#loop kpis}}", "there is no such helper")]
    [InlineData("\n\n{{date client}}", 2, "date", "the helper cannot use this value")]
    [InlineData("{{kpiTable \"sales.won-amuont\"}}", 0, "sales.won-amuont", "the helper cannot use this value")]
    // Blocks.
    [InlineData("a\n{{#each kpis}}\n{{label}}\n", 1, "{{#each kpis}}", "write {{/each}} where it ends")]
    [InlineData("{{#if tu}}\n{{#each kpis}}{{label}}\n{{/if}}{{/each}}", 2, "{{/if}}", "{{#each kpis}} of line 5 must be closed first, by {{/each}}")]
    [InlineData("{{/if}}", 0, "{{/if}}", "closes a block that is not open")]
    [InlineData("{{else}}", 0, "{{else}}", "no open block")]
    [InlineData("{{#if tu}}a{{else}}b\n{{else}}c{{/if}}", 1, "{{else}}", "has its else already")]
    [InlineData("{{#if tu}}a{{else whether solo}}b{{/if}}", 0, "{{else whether solo}}", "there is no such helper")]
    [InlineData("{{client\nnext {{today}}", 0, "{{client", "end it with }}")]
    [InlineData("text\n{{", 1, "{{", "end it with }}")]
    [InlineData("{{}}", 0, "{{}}", "the expression is empty")]
    [InlineData("{{!-- a remark\n{{client}}", 0, "{{!-- a remark", "end it with }}")]
    // What would not be escaped, and other files.
    [InlineData("{{{client}}}", 0, "{{{client}}}", "not allowed")]
    [InlineData("{{~{client}~}}", 0, "{{~{client}~}}", "not allowed")]
    [InlineData("{{& client}}", 0, "{{& client}}", "not allowed")]
    [InlineData("{{~& client}}", 0, "{{~& client}}", "not allowed")]
    [InlineData("{{> header}}", 0, "{{> header}}", "not allowed")]
    [InlineData("{{~> header ~}}", 0, "{{~> header ~}}", "not allowed")]
    [InlineData("{{#> layout}}x{{/layout}}", 0, "{{#> layout}}", "not allowed")]
    [InlineData("{{#*inline \"x\"}}x{{/inline}}", 0, "{{#*inline \"x\"}}", "not allowed")]
    [InlineData("{{{{raw}}}}x{{{{/raw}}}}", 0, "{{{{raw}}}}", "not allowed")]
    public async Task A_fault_in_the_body_is_found_with_its_place(string body, int line, string token, string whatToDo)
    {
        var (fault, nothing) = await WriteAsync($"---\ntitle: Agenda\n---\n{body}");

        nothing.ShouldBeTrue();
        fault.Kind.ShouldBe(FailureKind.Refused);
        fault.Text.En.ShouldStartWith($"Template templates/fr/{Kind}.md, line {line + 4}, \"{token}\": ");
        fault.Text.En.ShouldContain(whatToDo);
        fault.Text.Fr.ShouldStartWith($"Modèle templates/fr/{Kind}.md, ligne {line + 4}, «\u00a0{token}\u00a0»\u00a0: ");
        // The French message holds no English.
        fault.Text.Fr.ShouldNotContain(" the ");
    }

    [Theory]
    [InlineData("---\ntitle: A\nownr: relay\n---\n", 3, "ownr", "did you mean owner?")]
    [InlineData("---\ntitle: A\nfamily: meeting\n---\n", 3, "meeting", "family can be")]
    [InlineData("---\ntitle: A\ncounts: daily, capacty\n---\n", 3, "capacty", "counts can be")]
    [InlineData("---\ntitle: A\nlandscape: sideways\n---\n", 3, "sideways", "landscape can be")]
    [InlineData("---\ntitle: A\ncontents:\n---\n", 3, "contents", "contents can be")]
    [InlineData("---\nkpis: sales.won-amount, finance.chas\ntitle: A\n---\n", 2, "finance.chas", "did you mean finance.cash?")]
    [InlineData("---\ntitle: A\ntitle: B\n---\n", 3, "title", "there twice")]
    [InlineData("---\nowner: relay\n---\n", 3, "title", "has no title")]
    [InlineData("---\ntitle:\n---\n", 3, "title", "has no title")]
    [InlineData("---\ntitle: A\n", 3, "---", "not closed")]
    [InlineData("title: A\n---\n", 1, "title: A", "starts with a line ---")]
    [InlineData("", 1, "", "starts with a line ---")]
    public async Task A_fault_in_the_front_matter_is_found_with_its_place(string template, int line, string token, string whatToDo)
    {
        var (fault, nothing) = await WriteAsync(template);

        nothing.ShouldBeTrue();
        fault.Text.En.ShouldStartWith($"Template templates/fr/{Kind}.md, line {line}, \"{token}\": ");
        fault.Text.En.ShouldContain(whatToDo);
        fault.Text.Fr.ShouldContain($", ligne {line}, ");
    }

    [Fact]
    public async Task A_template_that_is_not_UTF_8_is_refused_at_its_line()
    {
        const string text = "---\ntitle: Réunion\n---\nÀ traiter\n";

        (await WriteAsync(Encoding.Latin1.GetBytes(text))).Fault.Text.En.ShouldContain("line 2, \"UTF-8\": the template is not UTF-8 text: save it as UTF-8");
        (await WriteAsync(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray())).Fault.Text.En.ShouldContain("save it as UTF-8");
        (await WriteAsync(Encoding.BigEndianUnicode.GetBytes(text))).Fault.Text.Fr.ShouldContain("enregistrez-le en UTF-8");
        (await WriteAsync(new byte[TemplateSource.MaxLength + 1])).Fault.Text.En.ShouldContain("larger than 256 KB");
    }

    [Fact]
    public async Task Blocks_without_end_are_refused_and_never_end_the_process()
    {
        var deep = string.Concat(Enumerable.Repeat("{{#if tu}}", 10_000)) + string.Concat(Enumerable.Repeat("{{/if}}", 10_000));

        (await WriteAsync("---\ntitle: A\n---\n" + deep)).Fault.Text.En.ShouldContain("nested too deep");
    }

    [Theory]
    [InlineData("templates/fr/sop-incidents.md", "sop-incidents.md", "did you mean sop-incident.md?")]
    [InlineData("templates/en/agenda.md", "agenda.md", "there is no document of that name")]
    [InlineData("templates/en/sop-incident.MD", "sop-incident.MD", "did you mean sop-incident.md?")]
    [InlineData("templates/sop-incident.md", "templates/sop-incident.md", "templates/en or templates/fr")]
    [InlineData("templates/de/sop-incident.md", "de", "templates/en or templates/fr")]
    [InlineData("templates/fr/sops/sop-incident.md", "fr", "templates/en or templates/fr")]
    public async Task A_file_of_no_kind_or_language_is_refused(string path, string token, string whatToDo)
    {
        var blobs = new InMemoryBlobStore();
        var engagement = Company.Engagement().Id;
        await blobs.WriteAsync(engagement, path, (stream, stop) => stream.WriteAsync("---\ntitle: A\n---\n"u8.ToArray(), stop).AsTask());

        var fault = await Should.ThrowAsync<OpsException>(() => OwnTemplates.ListAsync(blobs, engagement));

        fault.Text.En.ShouldStartWith($"Template {path}, line 1, \"{token}\": ");
        fault.Text.En.ShouldContain(whatToDo);
    }

    private static Task<(OpsException Fault, bool NothingWritten)> WriteAsync(string template) => WriteAsync(Encoding.UTF8.GetBytes(template));

    private static async Task<(OpsException Fault, bool NothingWritten)> WriteAsync(byte[] template)
    {
        var (generator, store, blobs, state) = Company.Writer();
        var context = Company.Context(Language.French);
        await blobs.WriteAsync(context.Engagement.Id, TemplateSource.OwnPath(Language.French, Kind), (stream, token) => stream.WriteAsync(template, token).AsTask());
        var fault = await Should.ThrowAsync<OpsException>(() => generator.GenerateAsync(context, Kind));
        return (fault, await store.FindAsync(context.Engagement.Id, Kind, Language.French) is null && state.All(context.Engagement.Id).Count == 0);
    }
}
