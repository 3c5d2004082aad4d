using Microsoft.Data.Sqlite;
using OpsAutomation.Closing;
using OpsAutomation.Engagements;
using OpsAutomation.Local.Serving;
using OpsAutomation.Ports;
using OpsAutomation.Schema;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class HomeVersionTests : IDisposable
{
    private readonly TemporaryHome home = new();

    private string Database => Path.Combine(home.Folder, "ops.db");

    public void Dispose() => home.Dispose();

    [Fact]
    public async Task A_new_home_has_no_state_file_and_its_first_record_makes_one_of_this_version()
    {
        using (var opened = await home.OpenAsync())
        {
            File.Exists(Database).ShouldBeFalse();
            await opened.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("notes", "one"), "1")]);
        }

        Execute("PRAGMA user_version").ShouldBe(StateSchema.Current);
    }

    [Fact]
    public async Task A_home_of_a_newer_version_is_refused_and_not_a_byte_or_file_of_it_changes()
    {
        await MakeAsync(version: StateSchema.Current + 1);
        var before = Files();

        var refusals = new[]
        {
            await Should.ThrowAsync<OpsException>(() => home.OpenAsync()),
            Should.Throw<OpsException>(() => SharedHome.Open(home.Folder, home)),
        };

        refusals.ShouldAllBe(refusal => refusal.Kind == FailureKind.Refused && refusal.Text.En.StartsWith($"The state in {home.Folder} is of version {StateSchema.Current + 1}"));
        Files().ShouldBe(before);
    }

    [Fact]
    public async Task A_newer_version_that_stands_only_in_the_log_beside_the_file_is_refused_too()
    {
        await MakeAsync(version: StateSchema.Current);
        using var other = Connect();
        // A reader keeps the log from being taken into the file.
        using var reading = other.CreateCommand();
        reading.CommandText = "BEGIN; SELECT count(*) FROM records;";
        reading.ExecuteNonQuery();
        Execute($"PRAGMA user_version = {StateSchema.Current + 1}");

        using var opened = await home.OpenAsync();
        var refusal = await Should.ThrowAsync<OpsException>(() => opened.State.FindAsync(TemporaryHome.Lumen, new("notes", "one")));

        refusal.Text.En.ShouldContain("written by a newer version of ops");
    }

    [Fact]
    public async Task An_older_home_is_upgraded_when_it_is_opened_also_where_its_version_stands_in_the_log()
    {
        await MakeAsync(version: 1);
        using (var other = Connect())
        {
            using var reading = other.CreateCommand();
            reading.CommandText = "BEGIN; SELECT count(*) FROM records;";
            reading.ExecuteNonQuery();
            Execute("PRAGMA user_version = 1");
            using var opened = await home.OpenAsync();
            (await new ClosureStore(opened.State).FindAsync(TemporaryHome.Lumen)).ShouldBe(new(new(2026, 10, 30)));
        }

        Execute("PRAGMA user_version").ShouldBe(StateSchema.Current);
    }

    [Fact]
    public async Task An_older_home_is_upgraded_by_the_app_before_it_serves_it()
    {
        await MakeAsync(version: 1);
        using (var shared = SharedHome.Open(home.Folder, home))
        {
            await shared.UpgradeAsync();
            using var turn = await shared.EnterAsync();
            (await new ClosureStore(shared.Home.State).FindAsync(TemporaryHome.Lumen)).ShouldNotBeNull();
        }

        Execute("PRAGMA user_version").ShouldBe(StateSchema.Current);
    }

    [Fact]
    public async Task An_older_home_that_an_app_serves_is_not_upgraded_under_it()
    {
        await MakeAsync(version: 1);
        using (SharedHome.Open(home.Folder, home))
        {
            var refusal = await Should.ThrowAsync<OpsException>(() => home.OpenAsync());
            (refusal.Kind, refusal.Text.En.Contains("an app of the older version serves it", StringComparison.Ordinal)).ShouldBe((FailureKind.Refused, true));
        }

        Execute("PRAGMA user_version").ShouldBe(1);
        (await home.OpenAsync()).Dispose();
        Execute("PRAGMA user_version").ShouldBe(StateSchema.Current);
    }

    // A home with an engagement that was seen as closed, in the form of version 1.
    private async Task MakeAsync(int version)
    {
        using (var opened = await home.OpenAsync())
        {
            await opened.Engagements.CreateAsync(TemporaryHome.Lumen, "id: atelier-lumen");
            await opened.State.CommitAsync(TemporaryHome.Lumen, [StateChange.Put(new("retention", "closed"), "\"2026-10-30\"")]);
        }

        Execute($"PRAGMA user_version = {version}");
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Database};Pooling=False");
        connection.Open();
        return connection;
    }

    private long? Execute(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long?)command.ExecuteScalar();
    }

    private List<string> Files() =>
    [
        .. Directory.EnumerateFileSystemEntries(home.Folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O} {(File.Exists(path) ? Convert.ToHexString(File.ReadAllBytes(path)) : "")}"),
    ];
}
