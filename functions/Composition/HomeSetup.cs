using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Local.Serving;

namespace OpsAutomation.Functions.Composition;

/// <summary>Opens the home before anything runs: a second app on it does not start at all.</summary>
internal sealed class HomeSetup(IServiceProvider services) : StartupStep
{
    public override Task StartingAsync(CancellationToken cancellationToken)
    {
        services.GetRequiredService<SharedHome>();
        return Task.CompletedTask;
    }
}
