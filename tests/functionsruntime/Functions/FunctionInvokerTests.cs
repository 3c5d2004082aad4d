using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Functions;

public sealed class FunctionInvokerTests
{
    private readonly Behaviour behaviour = new();

    [Fact]
    public async Task A_function_that_runs_longer_than_the_limit_is_cancelled_and_fails()
    {
        behaviour.OnMessage = (_, token) => Task.Delay(Timeout.Infinite, token);
        var invoker = behaviour.Invoker(new HostSettings { FunctionTimeout = TimeSpan.FromMilliseconds(20) }, new ManualTime());

        var failure = await Should.ThrowAsync<TimeoutException>(() => invoker.RunAsync(behaviour.Function("HandleMessage"), "one", "test", default));

        failure.Message.ShouldContain("functionTimeout");
    }

    [Fact]
    public async Task A_stop_is_told_from_a_time_limit()
    {
        using var stop = new CancellationTokenSource();
        behaviour.OnMessage = async (_, token) =>
        {
            await stop.CancelAsync();
            token.ThrowIfCancellationRequested();
        };
        var invoker = behaviour.Invoker(new HostSettings(), new ManualTime());

        await Should.ThrowAsync<OperationCanceledException>(() => invoker.RunAsync(behaviour.Function("HandleMessage"), "one", "test", stop.Token));
    }
}
