namespace OpsAutomation.Functions.Health;

/// <summary>A look at one port that tells whether it answers; it changes nothing.</summary>
/// <param name="Port">The port's name in the report.</param>
/// <param name="LookAsync">The look; an exception says that the port does not answer.</param>
public sealed record PortProbe(string Port, Func<IServiceProvider, CancellationToken, Task> LookAsync);
