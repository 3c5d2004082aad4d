using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OpsAutomation.FunctionsRuntime.Http;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.Queues;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Queues;

public sealed class GivingWayTests : IDisposable
{
    private readonly ManualTime time = new();
    private readonly RuntimeHome home = new();
    private readonly RuntimeDatabase database;
    private readonly RequestsUnderWay requests = new();
    private readonly QueueListener listener;

    public GivingWayTests()
    {
        database = new RuntimeDatabase(home.Database);
        var behaviour = new Behaviour();
        var settings = new HostSettings();
        listener = new(
            behaviour.Function("HandleMessage"), "work", new SqliteQueueStorage(database, time), behaviour.Invoker(settings, time), settings, TimeSpan.FromMinutes(10), time,
            NullLogger.Instance, requests);
    }

    [Fact]
    public void A_few_requests_keep_no_queue_waiting()
    {
        Begin(7);

        listener.GiveWayAsync(CancellationToken.None).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_requests_go_first_until_they_are_few_again()
    {
        Begin(8);
        var waiting = listener.GiveWayAsync(CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        requests.End();

        await EndAsync(waiting);
    }

    [Fact]
    public async Task However_many_requests_come_the_queue_goes_on()
    {
        Begin(100);
        var waiting = listener.GiveWayAsync(CancellationToken.None);
        waiting.IsCompleted.ShouldBeFalse();

        await EndAsync(waiting);
    }

    public void Dispose()
    {
        listener.Dispose();
        database.Dispose();
        home.Dispose();
    }

    private void Begin(int count)
    {
        for (var i = 0; i < count; i++)
            requests.Begin();
    }

    private async Task EndAsync(Task waiting)
    {
        while (!waiting.IsCompleted)
        {
            time.Advance(Duration.FromMilliseconds(10));
            await Task.Yield();
        }

        await waiting;
    }
}
