using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>Keeps the messages of a test for this command, which handles them itself.</summary>
internal sealed class HeldQueue : IJobQueue
{
    /// <summary>The messages.</summary>
    public List<string> Messages { get; } = [];

    /// <inheritdoc/>
    public Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        Messages.Add(message);
        return Task.CompletedTask;
    }
}
