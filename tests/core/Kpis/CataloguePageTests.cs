namespace OpsAutomation.Core.Tests.Kpis;

public sealed class CataloguePageTests
{
    // Where the code changed for good, the table that this test shows as expected goes into the page.
    [Fact]
    public void The_page_of_the_catalogue_says_what_the_code_says()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryFolder(), "docs", "kpis.md")).ReplaceLineEndings("\n");

        page.ShouldContain(CataloguePage.Table(), Case.Sensitive);
    }

    private static string RepositoryFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "OpsAutomation.sln")))
            folder = folder.Parent;
        return folder.FullName;
    }
}
