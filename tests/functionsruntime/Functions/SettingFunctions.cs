using Microsoft.Azure.Functions.Worker;

namespace OpsAutomation.FunctionsRuntime.Tests.Functions;

/// <summary>A function whose queue a setting names.</summary>
public sealed class SettingFunctions(Behaviour behaviour)
{
    [Function("HandleNamed")]
    public Task HandleAsync([QueueTrigger("%NamedQueue%")] string message, CancellationToken cancellationToken) => behaviour.OnMessage("named: " + message, cancellationToken);
}
