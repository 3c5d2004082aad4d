using System.Text;
using OpsAutomation.Conformance;
using OpsAutomation.Ports;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.Local.Tests.Storage;

public sealed class SqliteJobQueueTests : JobQueueConformance, IDisposable
{
    private readonly TemporaryHome temporary = new();
    private readonly ManualTime time = new();
    private readonly RuntimeDatabase database;
    private readonly SqliteQueueStorage storage;

    public SqliteJobQueueTests()
    {
        var path = Path.Combine(temporary.Folder, "runtime.db");
        database = new(path);
        storage = new(database, time);
    }

    [Fact]
    public async Task What_a_command_sends_waits_in_the_home_for_the_app()
    {
        using (var home = await temporary.OpenAsync())
            await home.Jobs.SendAsync("exports", "{}");

        (await storage.CountAsync("exports")).ShouldBe(1);
    }

    [Fact]
    public async Task A_damaged_file_is_told_as_a_failure_that_may_be_repeated()
    {
        var file = Path.Combine(temporary.Folder, "runtime.db");
        await File.WriteAllTextAsync(file, new string('#', 5000));

        var failure = await Should.ThrowAsync<OpsException>(() => new SqliteJobQueue(storage, file).SendAsync("exports", "{}"));

        failure.Text.En.ShouldContain(file);
    }

    public void Dispose()
    {
        database.Dispose();
        temporary.Dispose();
    }

    protected override Task<IJobQueue> OpenAsync() => Task.FromResult<IJobQueue>(new SqliteJobQueue(storage, "runtime.db"));

    protected override async Task<IReadOnlyList<string>> ReceiveAsync(string queue)
    {
        var received = await storage.ReceiveAsync(queue, 32, TimeSpan.FromMinutes(1));
        return [.. received.Select(message => Encoding.UTF8.GetString(Convert.FromBase64String(message.Text)))];
    }
}
