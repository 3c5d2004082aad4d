using System.Text.Json;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace OpsAutomation.Ops.Tests;

public sealed class DoctorTests : IDisposable
{
    private readonly OpsRun ops = new();

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task A_home_that_is_well_is_said_to_be_in_both_languages()
    {
        await InitAsync();

        var outcome = await ops.RunAsync("doctor");

        outcome.Error.ShouldBe("");
        outcome.Output.ShouldNotContain("FAIL", Case.Sensitive);
        outcome.ExitCode.ShouldBe(0);
        (await ops.RunAsync("doctor", "--lang", "fr")).Output.ShouldContain("disk-space");
    }

    [Fact]
    public async Task As_json_each_check_has_its_id_status_what_and_mend()
    {
        await InitAsync();

        var report = JsonDocument.Parse((await ops.RunAsync("doctor", "--json")).Output).RootElement;

        report.GetProperty("place").GetString().ShouldBe(ops.Home);
        var ids = report.GetProperty("checks").EnumerateArray().Select(check => check.GetProperty("id").GetString()).ToList();
        string[] expected =
        [
            "settings", "host-json", "public-url", "home-folder", "permissions", "secrets-file", "disk-space", "lock", "database", "schema", "clock",
            "dead-letters", "engagement-file", "data", "templates", "sources", "digests",
        ];
        expected.Except(ids, StringComparer.Ordinal).ShouldBeEmpty();
        report.GetProperty("checks").EnumerateArray().ShouldAllBe(check => check.GetProperty("what").GetString()!.Length > 0);
    }

    [Fact]
    public async Task Without_a_home_it_says_so_and_makes_none()
    {
        var outcome = await ops.RunAsync("doctor");

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("There is no home in");
        Directory.Exists(ops.Home).ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_with_errors_a_damaged_database_and_open_secrets_are_found()
    {
        await InitAsync();
        await File.WriteAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml"), "id: lumen\nname: [", TestContext.Current.CancellationToken);
        (await FailedAsync()).ShouldContain("engagement-file", StringComparer.Ordinal);

        var secrets = Path.Combine(ops.Home, "secrets.json");
        await File.WriteAllTextAsync(secrets, "{}", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(secrets, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
            (await FailedAsync()).ShouldContain("secrets-file", StringComparer.Ordinal);
        }

        await File.WriteAllTextAsync(Path.Combine(ops.Home, "ops.db"), new string('x', 20_000), TestContext.Current.CancellationToken);
        (await FailedAsync()).ShouldContain("database", StringComparer.Ordinal);
    }

    [Fact]
    public async Task Facts_that_are_gone_are_found()
    {
        await InitAsync();
        await ops.DoAsync("import", ops.Write("deals.csv", "Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Pipeline\n1,A,Closed Won,100,2025-12-30,2025-11-02,Sales Pipeline\n"), "-e", "lumen");
        (await FailedAsync()).ShouldNotContain("data", StringComparer.Ordinal);

        Directory.Delete(Path.Combine(ops.Home, "engagements", "lumen", "blobs", "facts"), recursive: true);

        (await FailedAsync()).ShouldContain("data", StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_digest_that_did_not_leave_and_a_message_that_nobody_takes_are_found()
    {
        await InitAsync();
        var yaml = Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");
        var text = (await File.ReadAllTextAsync(yaml, TestContext.Current.CancellationToken)).Replace("state: framing", "state: active", StringComparison.Ordinal);
        await File.WriteAllTextAsync(
            yaml, text + "\nrecipients:\n  - id: claire\n    name: Claire\n    email: claire@lumen.example\n    day: monday\n    time: \"06:00\"\n", TestContext.Current.CancellationToken);
        await ops.RunAsync("replay");
        await PlantMessageAsync("kpis", ops.Time.Now - Duration.FromHours(3));
        await PlantMessageAsync("digests-poison", ops.Time.Now);
        ops.Time.Advance(Duration.FromDays(8));

        var failed = await FailedAsync();

        failed.ShouldContain("queues", StringComparer.Ordinal);
        failed.ShouldContain("poison", StringComparer.Ordinal);
        failed.ShouldContain("digests", StringComparer.Ordinal);
        (await ops.RunAsync("doctor", "-e", "lumen")).Output.ShouldContain("ops digest -e lumen --to claire");
    }

    [Fact]
    public async Task Named_an_engagement_it_looks_at_no_other()
    {
        await InitAsync();
        await ops.DoAsync("init", "nord", "--name", "Bistrot Nord", "--lang", "en", "--start", "2025-12-01");

        (await ops.RunAsync("doctor", "-e", "lumen")).Output.ShouldNotContain("nord");
        (await ops.RunAsync("doctor")).Output.ShouldContain("nord");
        (await ops.RunAsync("doctor", "-e", "../nord")).ExitCode.ShouldBe(2);
        (await ops.RunAsync("doctor", "-e", "nobody")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_setting_that_cannot_be_followed_and_an_address_that_does_not_answer_are_found()
    {
        await InitAsync();
        ops.Environment["Ops__MorningAt"] = "breakfast";
        ops.Environment["Ops__PublicUrl"] = "http://127.0.0.1:9";

        var failed = await FailedAsync();

        failed.ShouldContain("settings", StringComparer.Ordinal);
        failed.ShouldContain("public-url", StringComparer.Ordinal);
        (await ops.RunAsync("doctor")).Output.ShouldContain("Ops__MorningAt is 'breakfast'");
    }

    [Fact]
    public async Task Who_works_in_the_home_is_named_and_a_clock_that_was_set_back_is_found()
    {
        await InitAsync();
        ops.Time.Now -= Duration.FromDays(30);

        (await FailedAsync()).ShouldContain("clock", StringComparer.Ordinal);
    }

    private async Task InitAsync()
    {
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");
        await ops.RunAsync("kpis", "-e", "lumen");
        // The clock of the test stands; files have the machine's time.
        ops.Time.Now = Instant.FromDateTimeUtc(File.GetLastWriteTimeUtc(Path.Combine(ops.Home, "ops.db")));
    }

    private async Task<IReadOnlyList<string?>> FailedAsync()
    {
        var outcome = await ops.RunAsync("doctor", "--json");
        return
        [
            .. JsonDocument.Parse(outcome.Output).RootElement.GetProperty("checks").EnumerateArray()
                .Where(check => check.GetProperty("status").GetString() == "fail").Select(check => check.GetProperty("id").GetString()),
        ];
    }

    private async Task PlantMessageAsync(string queue, Instant visible)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(ops.Home, "runtime.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE IF NOT EXISTS messages (
                id INTEGER PRIMARY KEY AUTOINCREMENT, queue TEXT NOT NULL, body TEXT NOT NULL,
                visible INTEGER NOT NULL, dequeued INTEGER NOT NULL, receipt INTEGER NOT NULL);
            CREATE TABLE IF NOT EXISTS timers (
                name TEXT PRIMARY KEY, last INTEGER NOT NULL, next INTEGER NOT NULL, updated INTEGER NOT NULL,
                claim INTEGER NOT NULL DEFAULT 0, claimed_until INTEGER NOT NULL DEFAULT 0) WITHOUT ROWID;
            INSERT INTO messages (queue, body, visible, dequeued, receipt) VALUES ($queue, 'x', $visible, 0, 0);
            """;
        command.Parameters.AddWithValue("$queue", queue);
        command.Parameters.AddWithValue("$visible", visible.ToUnixTimeMilliseconds());
        await command.ExecuteNonQueryAsync();
    }
}
