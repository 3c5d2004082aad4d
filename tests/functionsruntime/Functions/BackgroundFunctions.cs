using Microsoft.Azure.Functions.Worker;

namespace OpsAutomation.FunctionsRuntime.Tests.Functions;

/// <summary>Functions that a test steers through <see cref="Behaviour"/>.</summary>
public sealed class BackgroundFunctions(Behaviour behaviour)
{
    [Function("HandleMessage")]
    public Task HandleAsync([QueueTrigger("work")] string message, CancellationToken cancellationToken) => behaviour.OnMessage(message, cancellationToken);

    [Function("Tick")]
    public Task TickAsync([TimerTrigger("0 */15 * * * *")] TimerInfo timer, CancellationToken cancellationToken) => behaviour.OnTimer(timer, cancellationToken);

    [Function("Pulse")]
    public Task PulseAsync([TimerTrigger("0 */15 * * * *", UseMonitor = false)] TimerInfo timer, CancellationToken cancellationToken) => behaviour.OnTimer(timer, cancellationToken);

    [Function("Wake")]
    public Task WakeAsync([TimerTrigger("0 */15 * * * *", RunOnStartup = true)] TimerInfo timer, CancellationToken cancellationToken) => behaviour.OnTimer(timer, cancellationToken);
}
