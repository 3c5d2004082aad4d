using System.IO.Compression;
using System.Text.Json;
using NodaTime;

namespace OpsAutomation.Ops.Tests;

public sealed class CloseTests : IDisposable
{
    private readonly OpsRun ops = new();

    private string Zip => Path.Combine(ops.Folder, "handover.zip");

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task Without_yes_it_says_what_would_be_done_and_does_nothing()
    {
        await PlantAsync("lumen", "Zzlumen");

        var outcome = await ops.RunAsync("close", "-e", "lumen", "--out", Zip);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldStartWith("Nothing was done. With --yes, Lumen Zzlumen ends today");
        File.Exists(Zip).ShouldBeFalse();
        (await YamlAsync("lumen")).ShouldContain("state: active");
    }

    [Fact]
    public async Task All_data_and_documents_are_handed_over_in_open_formats_with_an_index_and_nothing_of_another_client()
    {
        await PlantAsync("lumen", "Zzlumen");
        await PlantAsync("other", "Zzother");
        await ops.DoAsync("webhook", "add", "zapier", "-e", "lumen");

        (await ops.DoAsync("close", "-e", "lumen", "--out", Zip, "--yes", "--by", "laura")).ShouldContain("is closed");

        var files = Read();
        new[]
        {
            "index.md", "index.html", "engagement.yaml", "facts/deal.csv", "facts/deal.jsonl", "kpis/figures.csv", "kpis/snapshots.csv", "milestones/plan.csv", "milestones/history.csv", "logbook.csv",
            "checklists.csv", "audit.csv", "documents/index.html", "files/inbox/deals.csv",
        }.Except(files.Keys, StringComparer.Ordinal).ShouldBeEmpty();
        files.Keys.Count(path => path.StartsWith("documents/", StringComparison.Ordinal) && path.EndsWith(".docx", StringComparison.Ordinal)).ShouldBeGreaterThan(5);
        files["facts/deal.csv"].Split("\r\n").Length.ShouldBe(4);
        files["facts/deal.csv"].ShouldContain("1200.5");
        files["facts/deal.csv"].ShouldContain("\"'=Job Zzlumen\"");
        JsonDocument.Parse(files["facts/deal.jsonl"].Split('\n')[0]).RootElement.GetProperty("name").GetString().ShouldBe("=Job Zzlumen");
        files["logbook.csv"].ShouldContain("Decide Zzlumen");
        files["audit.csv"].ShouldContain("engagement.closed");
        files["index.md"].ShouldContain("| [facts/deal.csv](facts/deal.csv) | facts: deals, one line a record | 2 |");
        Listed(files["index.html"]).ShouldBe(files.Keys.Except(["index.html", "index.md"], StringComparer.Ordinal), ignoreOrder: true);
        var secrets = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ops.Home, "secrets.json"))).RootElement.GetProperty("lumen").EnumerateObject().SelectMany(one => one.Value.EnumerateArray()).Select(value => value.GetString()!).ToList();
        secrets.ShouldNotBeEmpty();
        foreach (var (path, text) in files)
        {
            text.Contains("Zzother", StringComparison.Ordinal).ShouldBeFalse(path);
            secrets.Exists(secret => text.Contains(secret, StringComparison.Ordinal)).ShouldBeFalse(path);
        }

        (await ops.DoAsync("decision", "list", "-e", "other")).ShouldContain("Decide Zzother");
        (await YamlAsync("other")).ShouldContain("state: active");
    }

    [Theory]
    [InlineData("en", "Data and documents", "an export as it was dropped into the inbox")]
    [InlineData("fr", "Données et documents", "un export tel qu'il a été déposé")]
    public async Task The_index_opens_in_a_browser_speaks_the_engagements_language_and_says_of_every_file_what_it_is(string language, string title, string export)
    {
        await PlantAsync("lumen", "Zzlumen");
        var yaml = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        await File.WriteAllTextAsync(yaml, (await File.ReadAllTextAsync(yaml)).Replace("locale: en-US", language == "fr" ? "locale: fr-FR" : "locale: en-US", StringComparison.Ordinal));
        // A name as people give them.
        const string name = "Été 2025 (v1) #2 [final] & co 100%.csv";
        await File.WriteAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "blobs", "inbox", name), "a;b");

        if (!OperatingSystem.IsWindows())
            await File.WriteAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "blobs", "inbox", "a|b.csv"), "a;b");

        var said = await ops.DoAsync("close", "-e", "lumen", "--out", Zip, "--yes");

        if (!OperatingSystem.IsWindows())
            said.ShouldContain("files/inbox/a|b.csv");
        var files = Read();
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(files["index.html"]);
        page.QuerySelector("h1")!.TextContent.ShouldBe(title);
        page.DocumentElement.GetAttribute("lang")!.ShouldStartWith(language);
        Listed(files["index.html"]).ShouldContain("files/inbox/" + name, StringComparer.Ordinal);
        foreach (var row in page.QuerySelectorAll("tbody tr"))
            row.Children[1].TextContent.Trim().Length.ShouldBeGreaterThan(5, row.TextContent);
        page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("files/inbox/deals.csv", StringComparison.Ordinal)).Children[1].TextContent.Replace('\u2019', '\'').ShouldBe(export);
    }

    [Fact]
    public async Task What_is_closed_is_due_for_nothing_and_its_retention_counts_from_that_day()
    {
        await PlantAsync("lumen", "Zzlumen", "retention: {factsAfterClose: 30}");
        (await ops.DoAsync("close", "-e", "lumen", "--out", Zip, "--yes")).ShouldContain("Facts and original exports are removed on");
        (await YamlAsync("lumen")).ShouldContain("state: closed");

        ops.Time.Now += Duration.FromDays(29);
        (await ops.DoAsync("run", "-e", "lumen")).ShouldContain("closed");
        Facts().ShouldNotBeEmpty();
        ops.Time.Now += Duration.FromDays(1);
        await ops.DoAsync("run", "-e", "lumen");

        Facts().ShouldBeEmpty();
        Directory.Exists(Path.Combine(ops.Home, "outbox", "lumen")).ShouldBeFalse();
    }

    [Fact]
    public async Task Done_again_it_writes_the_archive_again_and_is_noted_once()
    {
        await PlantAsync("lumen", "Zzlumen");
        await ops.DoAsync("close", "-e", "lumen", "--out", Zip, "--yes", "--by", "laura");
        (await ops.RunAsync("close", "-e", "lumen", "--out", Zip, "--yes")).Error.ShouldContain("is there already");
        ops.Time.Now += Duration.FromDays(3);

        (await ops.DoAsync("close", "-e", "lumen", "--out", Zip + ".2", "--yes", "--by", "marc")).ShouldContain("is closed since");

        var audit = await ops.JsonAsync("audit", "-e", "lumen");
        audit.EnumerateArray().Where(line => line.GetProperty("action").GetString() == "engagement.closed").Select(line => line.GetProperty("actor").GetString()).ShouldBe(["laura"]);
        audit.EnumerateArray().Count(line => line.GetProperty("action").GetString() == "engagement.handed-over").ShouldBe(2);
    }

    private async Task PlantAsync(string id, string mark, string more = "")
    {
        await ops.DoAsync("init", id, "--name", $"Lumen {mark}", "--lang", "en", "--start", "2025-12-01");
        var yaml = Path.Combine(ops.Home, "engagements", id, "engagement.yaml");
        await File.AppendAllTextAsync(yaml, more + "\n");
        var text = $"Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date\n1,=Job {mark},Closed Won,Sales,1200.50,2025-12-03,2025-11-01\n2,Job,Closed Won,Sales,10,2025-12-04,2025-11-01\n";
        var inbox = Directory.CreateDirectory(Path.Combine(ops.Home, "engagements", id, "blobs", "inbox")).FullName;
        await ops.DoAsync("import", ops.Write($"deals-{id}.csv", text), "-e", id, "--as", "hubspot.deals");
        await File.WriteAllTextAsync(Path.Combine(inbox, "deals.csv"), text);
        await ops.DoAsync("decision", "add", "Decide " + mark, "-e", id);
        await ops.DoAsync("kpis", "-e", id);
    }

    // What the links of the page lead to, each of which is in the archive.
    private static IReadOnlyList<string> Listed(string html) =>
    [
        .. new AngleSharp.Html.Parser.HtmlParser().ParseDocument(html).QuerySelectorAll("td a").Select(link => Uri.UnescapeDataString(link.GetAttribute("href")!)),
    ];

    private Dictionary<string, string> Read()
    {
        using var zip = ZipFile.OpenRead(Zip);
        return zip.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    private Task<string> YamlAsync(string id) => File.ReadAllTextAsync(Path.Combine(ops.Home, "engagements", id, "engagement.yaml"));

    private string[] Facts() => Directory.GetFiles(Path.Combine(ops.Home, "engagements", "lumen", "blobs", "facts"), "*.facts", SearchOption.AllDirectories);
}
