using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Queues;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class SqliteTimerRunnerTests : TimerRunnerTests, IDisposable
{
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
        databases.Add(new(home.Database));
        return new SqliteTimerStore(databases[^1], Time);
    }
}
