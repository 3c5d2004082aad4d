using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using OpsAutomation.FunctionsRuntime.Functions;

namespace OpsAutomation.FunctionsRuntime.Tests.Functions;

/// <summary>What the steered functions do.</summary>
public sealed class Behaviour
{
    public Func<string, CancellationToken, Task> OnMessage { get; set; } = (_, _) => Task.CompletedTask;

    public Func<TimerInfo, CancellationToken, Task> OnTimer { get; set; } = (_, _) => Task.CompletedTask;

    internal FunctionDefinition Function(string name)
        => FunctionCatalogue.Of([typeof(BackgroundFunctions)]).Single(function => function.Name == name);

    internal FunctionInvoker Invoker(HostSettings settings, TimeProvider time)
        => new(
            new ServiceCollection().AddSingleton(this).BuildServiceProvider().GetRequiredService<IServiceScopeFactory>(),
            settings, time, NullLogger<FunctionInvoker>.Instance);

    /// <summary>What was asked over HTTP, and on which port.</summary>
    public System.Collections.Concurrent.ConcurrentQueue<(string Word, int Port)> Heard { get; } = new();
}
