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
    private static readonly Lazy<Task<Dictionary<(Language, bool), int>>> Counts = new(CountAsync);

    public static TheoryData<Language, bool> Pages => new() { { Language.French, false }, { Language.French, true }, { Language.English, true } };

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_diagnostic_is_one_page_on_paper(Language language, bool longest)
    {
        Assert.SkipUnless(File.Exists(Office), "LibreOffice is not installed.");

        (await Counts.Value)[(language, longest)].ShouldBe(1);
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

    // LibreOffice takes longer to start than to write a page: it is started once for all.
    private static async Task<Dictionary<(Language, bool), int>> CountAsync()
    {
        var folder = Directory.CreateTempSubdirectory("diagnostic").FullName;
        try
        {
            var start = new System.Diagnostics.ProcessStartInfo(Office) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])["--headless", "-env:UserInstallation=file://" + folder + "/profile", "--convert-to", "pdf", "--outdir", folder])
                start.ArgumentList.Add(argument);
            foreach (var page in Pages.Select(row => row.Data))
            {
                var context = Company.Context(page.Item1);
                var document = await Company.Writer().Generator.GenerateAsync(page.Item2 ? Longest(context) : context, "diagnostic");
                await File.WriteAllBytesAsync(Place(folder, page, "docx"), document.Docx);
                start.ArgumentList.Add(Place(folder, page, "docx"));
            }

            using var process = System.Diagnostics.Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            await process.StandardError.ReadToEndAsync();
            await output;
            await process.WaitForExitAsync();
            return Pages.ToDictionary(row => row.Data, row => Page().Count(Encoding.Latin1.GetString(File.ReadAllBytes(Place(folder, row.Data, "pdf")))));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Place(string folder, (Language Language, bool Longest) page, string extension) => Path.Combine(folder, $"{page.Language}-{page.Longest}.{extension}");

    [GeneratedRegex(@"/Type\s*/Page[^s]")]
    private static partial Regex Page();
}
