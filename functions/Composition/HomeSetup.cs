using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Local.Serving;

namespace OpsAutomation.Functions.Composition;

/// <summary>Opens the home before anything runs, and brings it to this app's version: a second app on it, or one that is too old for it, does not start at all.</summary>
internal sealed class HomeSetup(IServiceProvider services) : StartupStep
{
    public override Task StartingAsync(CancellationToken cancellationToken) => services.GetRequiredService<SharedHome>().UpgradeAsync(cancellationToken);
}
