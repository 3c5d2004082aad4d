using NodaTime;
using OpsAutomation.Conformance;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Queues;

public sealed class SqliteQueueStorageTests : QueueStorageConformance, IDisposable
{
    private readonly ManualTime time = new();
    private readonly RuntimeHome home = new();
    private RuntimeDatabase? database;

    public void Dispose()
    {
        database?.Dispose();
        home.Dispose();
    }

    protected override Task<IQueueStorage> OpenAsync()
        => Task.FromResult<IQueueStorage>(new SqliteQueueStorage(database ??= new RuntimeDatabase(home.Database), time));

    protected override string NewQueue() => "exports";

    protected override Task PassAsync(TimeSpan time)
    {
        this.time.Advance(Duration.FromTimeSpan(time));
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Messages_outlive_the_process_that_added_them()
    {
        await (await OpenAsync()).AddAsync("exports", "one");
        database!.Dispose();
        database = null;

        (await (await OpenAsync()).ReceiveAsync("exports", 1, TimeSpan.FromMinutes(1))).ShouldHaveSingleItem().Text.ShouldBe("one");
    }
}
