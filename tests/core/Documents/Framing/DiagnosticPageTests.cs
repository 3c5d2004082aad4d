using System.Text;
using System.Text.RegularExpressions;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;

namespace OpsAutomation.Core.Tests.Documents.Framing;

/// <summary>The diagnostic fits one page, also where every text is as long as it gets; looked at with LibreOffice where it is installed.</summary>
public sealed partial class DiagnosticPageTests
{
    private const string Office = "/usr/bin/soffice";

    [Theory]
    [InlineData(Language.French, false)]
    [InlineData(Language.French, true)]
    [InlineData(Language.English, true)]
    public async Task The_diagnostic_is_one_page_on_paper(Language language, bool longest)
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice is not installed.");
        var context = Company.Context(language);
        var document = await Company.Writer().Generator.GenerateAsync(longest ? Longest(context) : context, "diagnostic", TestContext.Current.CancellationToken);

        (await PagesAsync(document.Docx)).ShouldBe(1);
    }

    [Fact]
    public async Task No_figure_is_named_twice_and_missing_ones_are_said()
    {
        var context = Company.Context(Language.English);
        var document = await Company.Writer().Generator.GenerateAsync(context with { Kpis = [] }, "diagnostic", TestContext.Current.CancellationToken);

        document.Markdown.ShouldContain("There are no figures yet, so there is no lever");
        document.Markdown.ShouldContain("**Figures missing:** Overdue");
    }

    [Fact]
    public async Task What_documents_count_is_no_figure_to_find_a_lever_in()
    {
        var context = Company.Context(Language.English);
        KpiResult[] counted = [context.Kpis[0] with { Id = KpiIds.SopOverdueReviews, Value = 0m, Target = null, TargetUpTo = null, Status = KpiStatus.NoTarget }];
        var document = await Company.Writer().Generator.GenerateAsync(context with { Kpis = counted }, "diagnostic", TestContext.Current.CancellationToken);

        document.Markdown.ShouldContain("There are no figures yet");
    }

    // Everything that people write or name, far longer than anybody would.
    private static DocumentContext Longest(DocumentContext context)
    {
        var words = string.Join(' ', Enumerable.Repeat("réorganisation", 30));
        var engagement = context.Engagement;
        return context with
        {
            Engagement = engagement with
            {
                People = [.. engagement.People.Select(person => person with { Name = "Marie-Christine de la Tour-Dauvergne", Title = "responsable administrative et financière" })],
                Backlog = engagement.Backlog with { Items = [.. Enumerable.Range(0, 9).Select(n => engagement.Backlog.Items[0] with { Title = words + n, Kpi = n == 0 ? "finance.overdue-amount" : null })] },
            },
            Kpis = [.. context.Kpis.Select(kpi => kpi with { Label = new(words, words), Sources = [.. Enumerable.Range(0, 4).Select(n => new KpiSource(words + n + ".csv", 1, 0, default, "generic", Company.Today))] })],
        };
    }

    private static async Task<int> PagesAsync(byte[] docx)
    {
        var folder = Directory.CreateTempSubdirectory("diagnostic").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "page.docx"), docx);
            var start = new System.Diagnostics.ProcessStartInfo(Office) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])["--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "page.docx")])
                start.ArgumentList.Add(argument);
            using var process = System.Diagnostics.Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            await process.StandardError.ReadToEndAsync();
            await output;
            await process.WaitForExitAsync();
            return Page().Count(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(folder, "page.pdf"))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Page();
}
