using System.IO.Compression;
using System.Text;
using System.Text.Json;
using OpsAutomation.Privacy.Erasure;

namespace OpsAutomation.Ops.Tests;

public sealed class EraseTests : IDisposable
{
    private const string Deals = "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Deal owner,Company,Contact email\n"
        + "1,Canari roof,Closed Won,90000,2026-01-02 10:00,2025-12-02 10:00,Paul,Zoé Canari,zoe@canari.test\n2,Pilot,Closed Won,300,2026-01-03 10:00,2025-12-02 10:00,Paul,Perruche,jules@perruche.test\n";

    private readonly OpsRun ops = new("fr_FR.UTF-8");

    [Fact]
    public async Task A_home_forgets_a_person_and_keeps_its_figures()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "fr", "--start", "2025-12-01");
        await ops.DoAsync("import", ops.Write("deals.csv", Deals), "-e", "lumen");
        await ops.DoAsync("action", "add", "Rappeler Zoé Canari", "-e", "lumen", "--owner", "Paul", "--by", "Claire");
        await ops.DoAsync("run", "-e", "lumen");
        Directory.CreateDirectory(Path.Combine(ops.Home, "outbox", "lumen"));
        await File.WriteAllTextAsync(Path.Combine(ops.Home, "outbox", "lumen", "2026-01-04-claire@lumen.test-0123456789abcdef.eml"), "Subject: =?utf-8?Q?Zo=C3=A9_Canari?=\r\n\r\nx\r\n");
        await File.WriteAllTextAsync(Path.Combine(ops.Home, "outbox", "lumen", "2026-01-04-zoe@canari.test-fedcba9876543210.eml"), "Subject: x\r\n\r\ny\r\n");
        var figures = await FiguresAsync();
        Holding("canari").ShouldNotBeEmpty();

        var dry = await ops.JsonAsync("erase", "-e", "lumen", "--person", "zoe@canari.test", "--name", "Zoé Canari", "--dry-run");
        var erased = await ops.JsonAsync("erase", "-e", "lumen", "--person", "zoe@canari.test", "--name", "Zoé Canari");

        dry.GetProperty("changed").GetRawText().ShouldBe(erased.GetProperty("changed").GetRawText());
        erased.GetProperty("changed").GetProperty("mails").GetProperty("items").GetInt32().ShouldBe(2);
        Holding("zoe canari").ShouldBeEmpty();
        Holding("zoé canari").ShouldBeEmpty();
        Holding("canari.test").ShouldBeEmpty();
        (await FiguresAsync()).ShouldBe(figures);
        await ops.DoAsync("import", ops.Write("again.csv", Deals + "3,New,Closed Won,5,2026-01-04 10:00,2025-12-02 10:00,Paul,Zoé Canari,zoe@canari.test\n"), "-e", "lumen");
        await ops.DoAsync("run", "-e", "lumen");
        Holding("canari.test").ShouldBeEmpty();
        Holding("zoé canari").ShouldBeEmpty();
        (await ops.DoAsync("audit", "-e", "lumen")).ShouldContain("a effacé la personne");
        (await ops.DoAsync("audit", "-e", "lumen", "--json")).ShouldContain("person.erased");
    }

    [Fact]
    public async Task What_is_no_address_is_refused()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "fr", "--start", "2025-12-01");

        (await ops.RunAsync("erase", "-e", "lumen", "--person", "Zoé Canari")).ExitCode.ShouldBe(2);
        (await ops.DoAsync("erase", "-e", "lumen", "--person", "nobody@nowhere.test")).ShouldContain("Rien ici ne nomme cette personne.");
    }

    public void Dispose() => ops.Dispose();

    private async Task<string> FiguresAsync()
    {
        var kpis = await ops.JsonAsync("kpis", "-e", "lumen", "--at", "2026-01-05");
        return string.Join('\n', kpis.EnumerateArray().Select(kpi => kpi.GetProperty("id").GetString() + (kpi.TryGetProperty("value", out var value) ? value.GetRawText() : "")));
    }

    // The files of the home in which a text occurs, documents and mails looked into.
    private List<string> Holding(string text)
    {
        var found = new List<string>();
        foreach (var file in Directory.EnumerateFiles(ops.Home, "*", SearchOption.AllDirectories))
        {
            var bytes = File.ReadAllBytes(file);
            var texts = new List<string> { Encoding.UTF8.GetString(bytes), Path.GetFileName(file) };
            if (file.EndsWith(".eml", StringComparison.Ordinal))
                texts.AddRange(MailText.Of(bytes));
            if (bytes.AsSpan().StartsWith("PK"u8))
                texts.AddRange(Entries(bytes));
            if (texts.Exists(one => one.Contains(text, StringComparison.OrdinalIgnoreCase)))
                found.Add(Path.GetRelativePath(ops.Home, file));
        }

        return found;
    }

    private static IEnumerable<string> Entries(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open());
            yield return System.Text.RegularExpressions.Regex.Replace(reader.ReadToEnd(), "<[^>]*>", "");
        }
    }
}
