using Azure.Storage.Blobs;
using OpsAutomation.Ports;
using OpsAutomation.Schema;

namespace OpsAutomation.Functions.Composition;

/// <summary>The version of the state in a storage account: a record beside those of engagements.</summary>
internal sealed class AccountVersion(IStateStore state, IBlobStore blobs, IEngagementRegistry engagements, BlobServiceClient service)
{
    private readonly RecordedMark mark = new(state);

    /// <summary>Checks it, and brings older state to this version.</summary>
    /// <exception cref="OpsException">Refused: it is of a newer version.</exception>
    public Task UpgradeAsync(CancellationToken cancellationToken) =>
        new SchemaUpgrade().RunAsync(mark, new(state, blobs, engagements), service.Uri.ToString(), cancellationToken);

    /// <summary>Checks it.</summary>
    /// <exception cref="OpsException">Refused: it is of a newer version.</exception>
    public async Task CheckAsync(CancellationToken cancellationToken) =>
        StateSchema.Check(await mark.ReadAsync(cancellationToken) ?? StateSchema.Current, service.Uri.ToString());
}
