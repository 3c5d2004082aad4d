using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables;

/// <summary>Appends a shared access signature to the query.</summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var query = message.Request.Uri.Query;
        // A retry passes here again, with the signature in place.
        if (!query.Contains(signature, StringComparison.Ordinal))
            message.Request.Uri.Query = query.Length > 1 ? query + "&" + signature : "?" + signature;
    }
}
