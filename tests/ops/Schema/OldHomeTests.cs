using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;
using OpsAutomation.Schema;

namespace OpsAutomation.Ops.Tests.Schema;

/// <summary>
/// A home that the last app of version 1 made: the demonstration's two companies, and <c>ferme-pico</c>, which is closed. Its figures are those that app
/// gave for 2026-11-16, one line a KPI: engagement, id, value and the weeks before.
/// </summary>
public sealed class OldHomeTests : IDisposable
{
    private readonly OpsRun ops = new();

    public OldHomeTests()
    {
        Directory.CreateDirectory(ops.Home);
        ZipFile.ExtractToDirectory(FileOf("home-of-version-1.zip"), ops.Home);
    }

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task A_home_of_version_1_is_upgraded_and_gives_the_figures_that_it_gave()
    {
        Version().ShouldBe(1);
        // As version 1 gave them, but for Kestrel's load: it knew nobody by the brackets that ClickUp writes around people, and counted no hours.
        foreach (var known in (await File.ReadAllLinesAsync(FileOf("figures-of-version-1.txt"))).GroupBy(line => line.Split(' ')[0], StringComparer.Ordinal))
        {
            var kpis = await ops.JsonAsync("kpis", "-e", known.Key, "--at", "2026-11-16");
            known.Except(kpis.EnumerateArray().Select(kpi => Line(known.Key, kpi)), StringComparer.Ordinal).ShouldBeEmpty();
        }

        Version().ShouldBe(StateSchema.Current);
    }

    [Fact]
    public async Task A_home_of_version_1_goes_on()
    {
        ops.Time.Now = Instant.FromUtc(2026, 11, 23, 8, 0);
        foreach (var engagement in new[] { "studio-mareva", "kestrel" })
        {
            (await ops.DoAsync("run", "-e", engagement)).ShouldNotBeNullOrEmpty();
            (await ops.DoAsync("milestones", "-e", engagement)).ShouldContain("J90");
            (await ops.DoAsync("action", "list", "-e", engagement)).ShouldContain("A-1");
            (await ops.DoAsync("audit", "-e", engagement)).ShouldNotBeNullOrEmpty();
            await ops.DoAsync("digest", "list", "-e", engagement);
            await ops.DoAsync("documents", "-e", engagement, "--out", Path.Combine(ops.Folder, engagement));
        }

        // What left under version 1 does not leave again.
        Directory.GetFiles(Path.Combine(ops.Home, "outbox", "kestrel")).Count(file => Path.GetFileName(file).StartsWith("2026-11-16", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task What_was_closed_under_version_1_is_kept_as_long_as_its_file_said_then()
    {
        ops.Time.Now = Instant.FromUtc(2026, 12, 21, 12, 0);
        await ops.DoAsync("run", "-e", "ferme-pico");
        Facts().ShouldNotBeEmpty();

        ops.Time.Now += Duration.FromDays(1);
        await ops.DoAsync("run", "-e", "ferme-pico");

        Facts().ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_command_and_the_app_refuse_a_home_of_a_newer_version_and_touch_nothing()
    {
        Execute("PRAGMA user_version = 99");
        var before = Files();

        foreach (var command in Commands)
        {
            var outcome = await ops.RunAsync(command);
            (outcome.ExitCode, outcome.Error.StartsWith($"The state in {ops.Home} is of version 99, written by a newer version of ops", StringComparison.Ordinal)).ShouldBe((1, true), $"{string.Join(' ', command)}: {outcome.Error}{outcome.Output}");
        }

        (await ops.RunAsync("backup", Path.Combine(ops.Folder, "b.zip"))).Error.ShouldContain("is of version 99");
        File.Exists(Path.Combine(ops.Folder, "b.zip")).ShouldBeFalse();

        (await ops.RunAsync("audit", "--lang", "fr")).Error.ShouldStartWith($"L'état dans {ops.Home} est de version 99");
        Files().Except(before, StringComparer.Ordinal).ShouldBeEmpty();
        before.Except(Files(), StringComparer.Ordinal).ShouldBeEmpty();
        // Looking into the file leaves the reader's own beside it, and nothing in it.
        (await ops.RunAsync("doctor")).Output.ShouldContain("The state has version 99, newer than this ops");
        before.Except(Files(), StringComparer.Ordinal).ShouldBeEmpty();
    }

    // Each that opens a home; what works on a file of its own alone, such as inspect, has no version to meet.
    private static readonly string[][] Commands =
    [
        ["run", "-e", "kestrel"], ["kpis", "-e", "kestrel"], ["init", "new", "--name", "N", "--lang", "en", "--start", "2026-01-05"], ["serve", "--port", "0"], ["audit"], ["replay"],
        ["milestones", "-e", "kestrel"], ["decision", "list", "-e", "kestrel"], ["action", "add", "A", "-e", "kestrel"], ["checklist", "list", "-e", "kestrel"], ["documents", "-e", "kestrel", "--out", "x"],
        ["digest", "list", "-e", "kestrel"], ["digest", "-e", "kestrel", "--send"], ["sop", "list", "-e", "kestrel"], ["webhook", "deliveries", "-e", "kestrel"], ["exercise", "list", "-e", "kestrel"],
        ["feed", "list", "-e", "kestrel"], ["close", "-e", "kestrel", "--yes"], ["erase", "-e", "kestrel", "--person", "a@b.example"], ["kpi", "set", "finance.cash", "1", "--date", "2026-11-16", "-e", "kestrel", "--by", "l"],
        ["note", "T", "--kpi", "finance.cash", "-e", "kestrel"], ["links", "revoke", "-e", "kestrel", "--to", "ruth"], ["publish", "-e", "kestrel"], ["release", "--as-sent"],
    ];

    private string[] Facts() => Directory.GetFiles(Path.Combine(ops.Home, "engagements", "ferme-pico", "blobs", "facts"), "*.facts", SearchOption.AllDirectories);

    private static string Line(string engagement, JsonElement kpi)
    {
        var values = kpi.GetProperty("series").EnumerateArray().Select(point => point.GetProperty("value")).Prepend(kpi.GetProperty("value"));
        var texts = values.Select(value => value.ValueKind switch
        {
            JsonValueKind.Null => "none",
            JsonValueKind.Number => value.GetDecimal().ToString(CultureInfo.InvariantCulture),
            _ => value.GetRawText(),
        });
        return string.Join(' ', [engagement, kpi.GetProperty("id").GetString()!, .. texts]);
    }

    private static string FileOf(string name) => Path.Combine(AppContext.BaseDirectory, "Schema", "Files", name);

    private int Version() => (int)(long)Execute("PRAGMA user_version")!;

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(ops.Home, "ops.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private List<string> Files() =>
    [
        .. Directory.EnumerateFiles(ops.Home, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(path)))}"),
    ];
}
