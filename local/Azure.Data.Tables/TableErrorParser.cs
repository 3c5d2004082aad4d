using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables;

/// <summary>Reads the service's own error code and message from its answer.</summary>
internal sealed class TableErrorParser : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError error, out IDictionary<string, string> data)
    {
        data = null;
        error = null;
        if (response.ContentStream is not { CanSeek: true, Length: > 0 })
            return false;
        try
        {
            response.ContentStream.Position = 0;
            using var document = JsonDocument.Parse(response.ContentStream);
            if (!document.RootElement.TryGetProperty("odata.error", out var body))
                return false;
            var message = body.TryGetProperty("message", out var text) && text.TryGetProperty("value", out var value) ? value.GetString() : null;
            error = new ResponseError(body.GetProperty("code").GetString(), message);
            return true;
        }
        catch (JsonException)
        {
            // Not the service's JSON, a proxy's page for example: the status alone then tells.
            return false;
        }
        finally
        {
            response.ContentStream.Position = 0;
        }
    }
}
