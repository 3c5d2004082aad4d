using NodaTime;
using OpsAutomation.Conformance;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class SqliteTimerStoreTests : TimerStoreConformance, IDisposable
{
    private readonly ManualTime time = new();
    private readonly RuntimeHome home = new();
    private readonly List<RuntimeDatabase> databases = [];

    public void Dispose()
    {
        foreach (var database in databases)
            database.Dispose();
        home.Dispose();
    }

    protected override ITimerStore Open()
    {
        var database = new RuntimeDatabase(home.Database);
        lock (databases)
            databases.Add(database);
        return new SqliteTimerStore(database, time);
    }

    protected override Task PassAsync(TimeSpan time)
    {
        this.time.Advance(Duration.FromTimeSpan(time));
        return Task.CompletedTask;
    }
}
