using Microsoft.Extensions.Hosting;
using OpsAutomation.FunctionsRuntime.Queues;
using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.FunctionsRuntime;

/// <summary>Runs all timers and queues of the app from its start to its stop.</summary>
internal sealed class TriggerService(IReadOnlyList<QueueListener> queues, IReadOnlyList<TimerRunner> timers, TimeSpan stopTimeout, TimeProvider time)
    : IHostedService, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource abandon = new();
    private Task running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        running = Task.WhenAll([
            .. queues.Select(queue => Task.Run(() => queue.ListenAsync(stop.Token), CancellationToken.None)),
            .. timers.Select(timer => Task.Run(() => timer.RunAsync(stop.Token, abandon.Token), CancellationToken.None))]);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await stop.CancelAsync();
        using var limit = new CancellationTokenSource(stopTimeout, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await using var abandoning = both.Token.Register(abandon.Cancel);
        // First the loops, so that nothing is received behind the back of the draining.
        await running;
        await Task.WhenAll(queues.Select(queue => queue.DrainAsync(both.Token)));
    }

    public void Dispose()
    {
        stop.Dispose();
        abandon.Dispose();
        foreach (var queue in queues)
            queue.Dispose();
    }
}
