using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Local.Serving;

namespace OpsAutomation.Functions.Composition;

/// <summary>Opens the home before anything runs, and brings it to this app's version: a second app on it, one that is too old for it, and one on a home that is held back do not start at all.</summary>
internal sealed class HomeSetup(IServiceProvider services) : StartupStep
{
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        var shared = services.GetRequiredService<SharedHome>();
        await shared.UpgradeAsync(cancellationToken);
        shared.Home.RefuseHeld();
    }
}
