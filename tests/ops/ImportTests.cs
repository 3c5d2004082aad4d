namespace OpsAutomation.Ops.Tests;

public sealed class ImportTests : IAsyncLifetime
{
    private const string Header = "Deal ID,Deal Name,Deal Stage,Amount,Create Date,Close Date\n";
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2025-12-01");

    [Fact]
    public async Task Json_has_the_fields_of_the_contract_and_every_row_is_accounted_for()
    {
        var rows = string.Concat(Enumerable.Range(1, 20).Select(row => $"{row},Deal {row},Closed Won,{row}.50,2025-12-01,2025-12-{row}\n"));
        var file = ops.Write("deals.csv", Header + rows + "21,Broken,Closed Won,12.5,2025-12-01,2025-02-30\n");

        var report = await ops.JsonAsync("import", file, "-e", "lumen");

        foreach (var field in new[] { "file", "profile", "encoding", "delimiter", "facts", "columns", "rejections", "warnings" })
            report.TryGetProperty(field, out _).ShouldBeTrue(field);
        var deals = report.GetProperty("facts")[0];
        deals.EnumerateObject().Select(property => property.Name).ShouldBe(["type", "read", "accepted", "rejected", "superseded"]);
        deals.GetProperty("type").GetString().ShouldBe("Deal");
        deals.GetProperty("read").GetInt32().ShouldBe(21);
        (deals.GetProperty("accepted").GetInt32() + deals.GetProperty("rejected").GetInt32() + deals.GetProperty("superseded").GetInt32()).ShouldBe(21);
        report.GetProperty("rejections")[0].GetProperty("line").GetInt32().ShouldBe(22);
        report.GetProperty("rejections")[0].GetProperty("column").GetString().ShouldBe("Close Date");
    }

    [Fact]
    public async Task A_person_reads_counts_columns_and_rejected_rows_without_their_values()
    {
        var rows = string.Concat(Enumerable.Range(1, 9).Select(row => $"{row},Deal {row},Closed Won,{row}.50,2025-12-01,2025-12-0{row}\n"));
        var file = ops.Write("deals.csv", Header + rows + "10,Secret name,Closed Won,12.5,2025-12-01,2025-02-30\n");

        var text = await ops.DoAsync("import", file, "-e", "lumen", "--lang", "fr");

        text.ShouldContain("rejetées");
        text.ShouldContain("deals.csv, ligne 11, colonne Close Date\u00a0: ");
        text.ShouldNotContain("Secret name");
        text.ShouldEndWith("Ensuite\u00a0: ops kpis -e lumen\n");
    }

    [Fact]
    public async Task A_file_that_is_not_there_or_a_folder_is_refused_by_name()
    {
        var missing = await ops.RunAsync("import", Path.Combine(ops.Folder, "none.csv"), "-e", "lumen");
        missing.ExitCode.ShouldBe(1);
        missing.Error.ShouldContain("none.csv");

        (await ops.RunAsync("import", ops.Folder, "-e", "lumen")).Error.ShouldContain("is a folder");
    }

    [Theory]
    [InlineData("empty.csv", "")]
    [InlineData("prose.txt", "Dear all,\nplease find the figures in the attachment.\n")]
    [InlineData("broken.xlsx", "PK\u0003\u0004 this is no workbook")]
    public async Task A_file_that_cannot_be_read_or_mapped_is_refused_and_nothing_is_kept(string name, string content)
    {
        var outcome = await ops.RunAsync("import", ops.Write(name, content), "-e", "lumen", "--json");

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBe("");
        outcome.Error.ShouldContain(name);
    }

    [Fact]
    public async Task A_mapping_that_is_wrong_is_refused_with_its_file()
    {
        var file = ops.Write("deals.csv", Header + "1,Deal,Closed Won,1.5,2025-12-01,2025-12-02\n");
        var map = ops.Write("map.yaml", "columns:\n  Amount: [1, 2\n");

        var outcome = await ops.RunAsync("import", file, "-e", "lumen", "--map", map);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("map.yaml");
    }

    [Fact]
    public async Task Inspection_tells_what_an_import_would_do_and_changes_nothing()
    {
        var file = ops.Write("deals.csv", Header + "1,Deal,Closed Won,\"1,234.5\",2025-12-01,2025-12-02\n");

        var json = await ops.JsonAsync("inspect", file);
        json.GetProperty("encoding").GetString().ShouldBe("utf-8");
        json.GetProperty("delimiter").GetString().ShouldBe(",");
        json.GetProperty("rows").GetInt32().ShouldBe(1);
        json.GetProperty("columns").EnumerateArray().Any(column => column.GetProperty("field").GetString() == "amount" && column.GetProperty("decimalMark").GetString() == ".").ShouldBeTrue();
        (await ops.DoAsync("inspect", file, "--lang", "fr")).ShouldContain("1 lue, 1 utilisable, 0 rejetée");
        Directory.Exists(Path.Combine(ops.Home, "engagements", "lumen", "blobs")).ShouldBeFalse();
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
