using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using NodaTime;
using OpsAutomation.FunctionsRuntime.Tests.Functions;
using OpsAutomation.FunctionsRuntime.Timers;
using OpsAutomation.Testing;

namespace OpsAutomation.FunctionsRuntime.Tests.Timers;

public sealed class LostClaimTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMilliseconds(60);
    private readonly ManualTime time = new();
    private readonly Mock<ITimerStore> store = new();

    public LostClaimTests()
    {
        var since = time.Now.ToDateTimeOffset();
        store.Setup(it => it.FindAsync("Tick", It.IsAny<CancellationToken>())).ReturnsAsync(new TimerRecord(null, since.AddMinutes(15), since));
        store.Setup(it => it.ClaimAsync("Tick", Lease, It.IsAny<CancellationToken>())).ReturnsAsync("mine");
        time.Advance(Duration.FromMinutes(15));
    }

    [Fact]
    public async Task A_run_whose_claim_was_taken_over_is_cancelled()
    {
        store.Setup(it => it.RenewAsync("Tick", "mine", Lease, It.IsAny<CancellationToken>())).ReturnsAsync(false);

        await RunUntilCancelledAsync();
    }

    [Fact]
    public async Task A_run_whose_claim_could_not_be_renewed_for_its_whole_time_is_cancelled()
    {
        store.Setup(it => it.RenewAsync("Tick", "mine", Lease, It.IsAny<CancellationToken>())).ThrowsAsync(new IOException("away"));

        await RunUntilCancelledAsync();
    }

    private async Task RunUntilCancelledAsync()
    {
        var cancelled = new TaskCompletionSource();
        var behaviour = new Behaviour
        {
            OnTimer = async (_, token) =>
            {
                await Task.Delay(Timeout.Infinite, token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                cancelled.SetResult();
            },
        };
        var runner = new TimerRunner(
            behaviour.Function("Tick"), NcrontabSchedule.Parse("0 */15 * * * *"), store.Object,
            behaviour.Invoker(new HostSettings(), time), Lease, time, NullLogger.Instance);
        await runner.StepAsync(default);
        await cancelled.Task.WaitAsync(TimeSpan.FromMinutes(2));
        store.Verify(it => it.ReleaseAsync("Tick", "mine", It.IsAny<CancellationToken>()));
    }
}
