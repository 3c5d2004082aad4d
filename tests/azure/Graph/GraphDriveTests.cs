using System.Text;
using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Conformance;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphDriveTests : DriveConformance, IAsyncLifetime
{
    private readonly SteppingTime clock = new();
    private Emulator emulator = null!;
    private GraphClients clients = null!;

    public async ValueTask InitializeAsync()
    {
        emulator = await Emulator.StartAsync(new(), clock);
        clients = new(new() { Endpoint = emulator.Endpoint, TenantId = "lumen.example", TimeoutSeconds = 20 }, new OpsAutomation.Testing.InMemoryStateStore(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        clients.Dispose();
        await emulator.DisposeAsync();
    }

    [Fact]
    public async Task After_a_cursor_only_what_changed_is_told()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        await PutAsync("drive-1", "Clients/Lumen/b.csv", "b");
        var drive = await OpenAsync();
        var (_, cursor) = await ReadAllAsync(drive, Place, null);

        (await ReadAllAsync(drive, Place, cursor)).Files.ShouldBeEmpty();
        await PutAsync("drive-1", "Clients/Lumen/b.csv", "b2");
        await PutAsync("drive-1", "Clients/c.csv", "c");
        (await ReadAllAsync(drive, Place, cursor)).Files.Select(file => file.Name).ShouldBe(["b.csv"]);
    }

    [Fact]
    public async Task A_renamed_file_is_another_version_of_the_same_content()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        var drive = await OpenAsync();
        var (before, cursor) = await ReadAllAsync(drive, Place, null);
        await MoveAsync("drive-1", "Clients/Lumen/a.csv", "Clients/Lumen/b.csv");

        var (after, _) = await ReadAllAsync(drive, Place, cursor);

        (after[0].Id, after[0].ContentHash, after[0].Name).ShouldBe((before[0].Id, before[0].ContentHash, "b.csv"));
        (after[0].Version == before[0].Version).ShouldBeFalse();
    }

    [Fact]
    public async Task A_cursor_that_expired_reads_all_again()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        var drive = await OpenAsync();
        var (_, cursor) = await ReadAllAsync(drive, Place, null);
        emulator.Drives.Of("drive-1").Expire();

        (await ReadAllAsync(drive, Place, cursor)).Files.Select(file => file.Name).ShouldBe(["a.csv"]);
        emulator.Requests.All.Count(request => request.Path.EndsWith("/delta()", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public async Task Another_folder_under_the_same_name_is_read_whole()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        await PutAsync("drive-1", "Clients/Draft/b.csv", "b");
        var drive = await OpenAsync();
        var (_, cursor) = await ReadAllAsync(drive, Place, null);
        await MoveAsync("drive-1", "Clients/Lumen", "Clients/Old");
        await MoveAsync("drive-1", "Clients/Draft", "Clients/Lumen");

        (await ReadAllAsync(drive, Place, cursor)).Files.Select(file => file.Name).ShouldBe(["b.csv"]);
    }

    [Fact]
    public async Task The_drive_of_a_person_is_found_by_the_address()
    {
        await PutAsync("claire@lumen.example", "a.csv", "a");

        (await ReadAllAsync(await OpenAsync(), new("claire@lumen.example", null, "", false), null)).Files.Select(file => file.Name).ShouldBe(["a.csv"]);
    }

    [Theory]
    [InlineData(403, FailureKind.Refused, "Sites.Selected")]
    [InlineData(404, FailureKind.Refused, "was not found")]
    [InlineData(429, FailureKind.Retriable, "slow down")]
    [InlineData(503, FailureKind.Retriable, "did not answer")]
    public async Task A_failure_says_what_to_mend_or_is_tried_again(int status, FailureKind kind, string part)
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        emulator.Faults.Add(new() { Kind = FaultKind.Status, Status = status, RetryAfter = 600, Times = 0 });

        var failure = await Should.ThrowAsync<OpsException>(() => new GraphDrive(clients).ReadAsync(Lumen, Place, null));

        (failure.Kind, failure.Text.En.Contains(part, StringComparison.Ordinal)).ShouldBe((kind, true));
    }

    [Fact]
    public async Task A_drive_that_nobody_knows_is_a_matter_for_a_person() =>
        (await Should.ThrowAsync<OpsException>(() => new GraphDrive(clients).ReadAsync(Lumen, new("unknown", null, "", false), null))).Kind.ShouldBe(FailureKind.Refused);

    [Fact]
    public async Task A_download_that_breaks_off_is_a_failure_of_the_service()
    {
        await PutAsync("drive-1", "Clients/Lumen/a.csv", "a");
        var drive = await OpenAsync();
        var (files, _) = await ReadAllAsync(drive, Place, null);
        emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Path = "^/download/", Times = 0 });

        (await Should.ThrowAsync<OpsException>(() => drive.OpenAsync(Lumen, Place, files[0].Id))).Kind.ShouldBe(FailureKind.Retriable);
    }

    protected override Task<IDrive> OpenAsync() => Task.FromResult<IDrive>(new GraphDrive(clients));

    protected override Task PutAsync(string drive, string path, string content)
    {
        emulator.Drives.Of(drive).Put(path, Encoding.UTF8.GetBytes(content));
        clock.Advance(Duration.FromSeconds(1));
        return Task.CompletedTask;
    }

    protected override Task DeleteAsync(string drive, string path)
    {
        emulator.Drives.Of(drive).Delete(path);
        return Task.CompletedTask;
    }

    protected override Task MoveAsync(string drive, string from, string to)
    {
        emulator.Drives.Of(drive).Move(from, to);
        return Task.CompletedTask;
    }
}
