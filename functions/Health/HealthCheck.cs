namespace OpsAutomation.Functions.Health;

/// <summary>Looks at every port at once; one that hangs counts as one that does not answer.</summary>
public sealed class HealthCheck(IEnumerable<PortProbe> probes, IServiceProvider services, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How each port is.</summary>
    public async Task<HealthReport> RunAsync(CancellationToken cancellationToken)
    {
        var ports = await Task.WhenAll(probes.Select(probe => LookAsync(probe, cancellationToken)));
        return new(
            Array.TrueForAll(ports, port => port.Ready) ? "ready" : "not-ready",
            typeof(HealthCheck).Assembly.GetName().Version?.ToString(3),
            ports);
    }

    private async Task<PortReport> LookAsync(PortProbe probe, CancellationToken cancellationToken)
    {
        try
        {
            // The look itself is called off as well: one that went on would outlive what it looks through.
            using var patience = new CancellationTokenSource(Patience, time);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, patience.Token);
            await Task.Run(() => probe.LookAsync(services, limit.Token), limit.Token).WaitAsync(limit.Token);
            return new(probe.Port, true, null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception exception)
        {
            // Messages of libraries may name what they should not: the kind of failure has to do.
            return new(probe.Port, false, exception is OpsException known ? known.Text.En : exception.GetType().Name);
        }
    }
}
