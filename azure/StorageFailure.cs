using Azure;

namespace OpsAutomation.Azure;

/// <summary>Says in a person's words what the storage account answered. The service's own message may name keys of records: it is left out.</summary>
internal static class StorageFailure
{
    public static OpsException Of(RequestFailedException failure) => failure.Status switch
    {
        401 or 403 => OpsException.Refused(
            $"The storage account refused access ({failure.Status} {failure.ErrorCode}). Give the app's identity the blob, queue and table data roles that docs/operations.md lists, then try again.",
            $"Le compte de stockage a refusé l'accès ({failure.Status} {failure.ErrorCode}). Donnez à l'identité de l'application les rôles de données blob, file et table que docs/operations.md énumère, puis réessayez.",
            failure),
        _ => OpsException.Retriable(
            $"The storage account did not do what was asked ({failure.Status} {failure.ErrorCode}). Nothing was half done; try again.",
            $"Le compte de stockage n'a pas fait ce qui était demandé ({failure.Status} {failure.ErrorCode}). Rien n'a été fait à moitié ; réessayez.",
            failure),
    };
}
