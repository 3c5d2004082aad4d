using System.Text.Json;

namespace OpsAutomation.Ops.Tests.EndToEnd;

public sealed class MavenTests : IDisposable
{
    private readonly OpsRun ops = new();

    [Theory]
    [InlineData("pipeline.csv", "original", "en")]
    [InlineData("pipeline.csv", "french", "fr")]
    [InlineData("pipeline.txt", "utf16", "en")]
    [InlineData("pipeline.csv", "windows1252", "fr")]
    [InlineData("pipeline.csv", "american", "en")]
    [InlineData("pipeline.csv", "short years", "en")]
    [InlineData("pipeline.xlsx", "workbook", "fr")]
    public async Task The_same_pipeline_gives_the_same_figures_whatever_its_shape(string name, string shape, string language)
    {
        var file = Path.Combine(ops.Folder, name);
        await File.WriteAllBytesAsync(file, BytesOf(shape));
        await ops.DoAsync("init", "maven", "--name", "Maven", "--lang", language, "--start", "2017-10-02");

        var import = await ops.JsonAsync("import", file, "-e", "maven");

        import.GetProperty("facts")[0].GetProperty("read").GetInt32().ShouldBe(8800);
        import.GetProperty("facts")[0].GetProperty("rejected").GetInt32().ShouldBe(0);
        var kpis = await KpisAsync("2017-03-01", "2017-12-31");
        Value(kpis, "sales.won-count").ShouldBe(4238m);
        Value(kpis, "sales.lost-count").ShouldBe(2473m);
        Value(kpis, "sales.won-amount").ShouldBe(10_005_534m);
        Math.Round(Value(kpis, "sales.win-rate"), 4).ShouldBe(63.1501m);
        Math.Round(Value(kpis, "sales.cycle-days"), 3).ShouldBe(51.782m);
        Value(kpis, "sales.cycle-days-median").ShouldBe(57m);
    }

    [Fact]
    public async Task Each_month_has_its_won_amount()
    {
        decimal[] expected = [1134672, 721932, 1025713, 1338466, 696932, 1050059, 1235264, 731980, 938943, 1131573];
        await ops.DoAsync("init", "maven", "--name", "Maven", "--lang", "en", "--start", "2017-10-02");
        await ops.DoAsync("import", SharedData.Find("maven-sales_pipeline.csv"), "-e", "maven");

        for (var month = 3; month <= 12; month++)
        {
            var kpis = await KpisAsync($"2017-{month:00}-01", $"2017-{month:00}-{DateTime.DaysInMonth(2017, month)}");
            Value(kpis, "sales.won-amount").ShouldBe(expected[month - 3]);
        }
    }

    [Fact]
    public async Task A_file_that_comes_again_changes_nothing_and_says_so()
    {
        var file = SharedData.Find("maven-sales_pipeline.csv");
        await ops.DoAsync("init", "maven", "--name", "Maven", "--lang", "en", "--start", "2017-10-02");
        await ops.DoAsync("import", file, "-e", "maven");
        var before = (await KpisAsync("2017-03-01", "2017-12-31")).GetRawText();

        (await ops.DoAsync("import", file, "-e", "maven")).ShouldContain("nothing changed");

        (await KpisAsync("2017-03-01", "2017-12-31")).GetRawText().ShouldBe(before);
    }

    private static byte[] BytesOf(string shape) => shape switch
    {
        "french" => new MavenPipeline().French(),
        "utf16" => new MavenPipeline().Utf16(),
        "windows1252" => new MavenPipeline().Windows1252(),
        "american" => new MavenPipeline().American(),
        "short years" => new MavenPipeline().ShortYears(),
        "workbook" => new MavenPipeline().Workbook(),
        _ => MavenPipeline.Original(),
    };

    private Task<JsonElement> KpisAsync(string from, string to) => ops.JsonAsync("kpis", "-e", "maven", "--from", from, "--to", to);

    private static decimal Value(JsonElement kpis, string id) =>
        kpis.EnumerateArray().Single(kpi => kpi.GetProperty("id").GetString() == id).GetProperty("value").GetDecimal();

    public void Dispose() => ops.Dispose();
}
