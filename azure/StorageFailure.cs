using Azure;
using Azure.Identity;

namespace OpsAutomation.Azure;

/// <summary>Says in a person's words what the storage account answered. The service's own message may name keys of records: it is left out.</summary>
public static class StorageFailure
{
    /// <summary>The failure to throw for what the account answered.</summary>
    public static OpsException Of(RequestFailedException failure) => failure.Status switch
    {
        401 or 403 => OpsException.Refused(
            $"The storage account refused access ({failure.Status} {failure.ErrorCode}). Give the app's identity the blob, queue and table data roles that docs/operations.md lists, then try again.",
            $"Le compte de stockage a refusé l'accès ({failure.Status} {failure.ErrorCode}). Donnez à l'identité de l'application les rôles de données blob, file et table que docs/operations.md énumère, puis réessayez.",
            failure),
        0 => OpsException.Retriable(
            "The storage account does not answer. Nothing was half done; check its address and the network, then try again.",
            "Le compte de stockage ne répond pas. Rien n'a été fait à moitié\u00a0; vérifiez son adresse et le réseau, puis réessayez.",
            failure),
        _ => OpsException.Retriable(
            $"The storage account did not do what was asked ({failure.Status} {failure.ErrorCode}). Nothing was half done; try again.",
            $"Le compte de stockage n'a pas fait ce qui était demandé ({failure.Status} {failure.ErrorCode}). Rien n'a été fait à moitié\u00a0; réessayez.",
            failure),
    };

    /// <summary>The failure to tell for whatever came of working on an account; null where it came from elsewhere.</summary>
    public static OpsException? Find(Exception exception) => exception switch
    {
        RequestFailedException failure => Of(failure),
        // What was tried several times in vain.
        AggregateException { InnerException: RequestFailedException failure } => Of(failure),
        AuthenticationFailedException => OpsException.Refused(
            "The storage account is reached by identity, and this machine has none that could sign in. Sign in with 'az login', or set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, then try again.",
            "Le compte de stockage s'ouvre par identité, et cette machine n'en a aucune qui ait pu se connecter. Connectez-vous par «\u00a0az login\u00a0», ou renseignez AZURE_CLIENT_ID, AZURE_TENANT_ID et AZURE_CLIENT_SECRET, puis réessayez.",
            exception),
        _ => null,
    };
}
