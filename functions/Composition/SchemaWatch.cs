using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// Stops an app that has become too old: another one of a newer version has brought the account's state to its own meanwhile. On one machine there is no
/// need for it, since a home is not upgraded while an app serves it.
/// </summary>
internal sealed partial class SchemaWatch(AccountVersion version, IHostApplicationLifetime app, StopReason reason, TimeProvider time, ILogger<SchemaWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await Task.Delay(Pause, time, stoppingToken);
                await version.CheckAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (OpsException failure) when (failure.Kind == FailureKind.Refused)
            {
                reason.Failure = failure;
                TooOld(failure.Text.En);
                app.StopApplication();
                return;
            }
            catch (OpsException)
            {
                // The account did not answer: the next look asks again.
            }
        }
    }

    [LoggerMessage(150, LogLevel.Critical, "The app stops: {Reason}", EventName = "StateIsNewer")]
    private partial void TooOld(string reason);
}
