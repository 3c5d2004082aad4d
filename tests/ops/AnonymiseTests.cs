using System.Text.Json;
using System.Text.Json.Nodes;

namespace OpsAutomation.Ops.Tests;

public sealed class AnonymiseTests : IDisposable
{
    private readonly OpsRun ops = new();

    public static TheoryData<string> Samples => [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "samples"), "*", SearchOption.AllDirectories)
        .Where(file => !file.EndsWith(".yaml", StringComparison.Ordinal) && !file.EndsWith("demo.txt", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(AppContext.BaseDirectory, file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_copy_is_read_as_the_export_and_gives_the_same_figures(string sample)
    {
        var original = Path.Combine(AppContext.BaseDirectory, sample);
        var copy = Path.Combine(ops.Folder, Path.GetFileName(sample));
        var language = sample.Contains("/fr/", StringComparison.Ordinal) ? "fr" : "en";
        await ops.DoAsync("anonymise", original, "--out", copy, "--key", "a key for tests", "--lang", language);

        Inspected(await ops.JsonAsync("inspect", copy, "--lang", language)).ShouldBe(Inspected(await ops.JsonAsync("inspect", original, "--lang", language)));
        (await FiguresAsync("copy", copy, language)).ShouldBe(await FiguresAsync("original", original, language));
    }

    [Fact]
    public async Task The_key_of_the_home_gives_the_same_pseudonyms_every_time()
    {
        var file = ops.Write("contacts.csv", "Record ID,First Name,Last Name,Email,Lifecycle Stage,Create Date\n1,Zoé,Canari,zoe.canari@client.test,Lead,2026-01-02\n");

        await ops.DoAsync("anonymise", file);
        var first = await File.ReadAllTextAsync(Path.Combine(ops.Folder, "contacts.anonymised.csv"));
        await ops.DoAsync("anonymise", file, "--out", Path.Combine(ops.Folder, "again.csv"));

        (await File.ReadAllTextAsync(Path.Combine(ops.Folder, "again.csv"))).ShouldBe(first);
        first.ShouldNotContain("anari");
        first.ShouldContain("@example.org");
        first.ShouldContain("Lead,2026-01-02\n");
    }

    [Fact]
    public async Task The_original_is_never_overwritten_and_a_short_key_is_refused()
    {
        var file = ops.Write("contacts.csv", "Record ID,Email\n1,zoe@client.test\n");

        (await ops.RunAsync("anonymise", file, "--out", file)).ExitCode.ShouldBe(2);
        (await ops.RunAsync("anonymise", file, "--key", "1234567")).ExitCode.ShouldBe(2);
        (await ops.RunAsync("anonymise", Path.Combine(ops.Folder, "none.csv"))).ExitCode.ShouldBe(1);
    }

    public void Dispose() => ops.Dispose();

    private static string Inspected(JsonElement inspection)
    {
        var node = JsonNode.Parse(inspection.GetRawText())!;
        Strip(node, ["file"]);
        return node.ToJsonString();
    }

    private async Task<string> FiguresAsync(string engagement, string file, string language)
    {
        await ops.DoAsync("init", engagement, "--name", "Test", "--lang", language, "--start", "2025-10-01");
        await ops.DoAsync("import", file, "-e", engagement);
        var kpis = new List<string>();
        foreach (var day in new[] { "2026-02-28", "2026-11-22" })
        {
            var figures = JsonNode.Parse((await ops.JsonAsync("kpis", "-e", engagement, "--at", day)).GetRawText())!;
            Strip(figures, ["file", "label", "importedAt", "warnings"]);
            kpis.Add(figures.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        }

        return string.Join('\n', kpis);
    }

    private static void Strip(JsonNode? node, string[] names)
    {
        switch (node)
        {
            case JsonObject record:
                foreach (var name in names)
                    record.Remove(name);
                foreach (var (_, value) in record.ToList())
                    Strip(value, names);
                break;
            case JsonArray list:
                foreach (var value in list)
                    Strip(value, names);
                break;
        }
    }
}
