namespace OpsAutomation.Functions.Composition;

/// <summary>Brings an account's state to this app's version before any trigger starts: an app that is too old for it does not start at all.</summary>
internal sealed class SchemaSetup(AccountVersion version) : StartupStep
{
    public override Task StartingAsync(CancellationToken cancellationToken) => version.UpgradeAsync(cancellationToken);
}
