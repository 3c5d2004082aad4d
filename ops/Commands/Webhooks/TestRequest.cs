using System.Globalization;
using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Ops.Commands.Webhooks;

/// <summary>A test event as a source would send it.</summary>
/// <param name="Headers">The headers that verify it.</param>
/// <param name="Body">The body.</param>
internal sealed record TestRequest(IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Signs a test event.</summary>
    /// <param name="source">The source.</param>
    /// <param name="secret">Its newest secret.</param>
    /// <param name="now">The moment: part of the signature, and of the event's id.</param>
    public static TestRequest Sign(WebhookSettings source, string secret, DateTimeOffset now)
    {
        var id = $"test_{now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
        var body = Encoding.UTF8.GetBytes("{\"type\":\"ping\"}");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) { [StandardSignature.IdHeader] = id };
        switch (source)
        {
            case { Scheme: WebhookScheme.Standard }:
                var at = now.ToUnixTimeSeconds();
                headers[StandardSignature.TimestampHeader] = at.ToString(CultureInfo.InvariantCulture);
                headers[StandardSignature.SignatureHeader] = StandardSignature.Sign(secret, id, at, body);
                break;
            case { Place: TokenPlace.Header }:
                headers[source.Header!] = secret;
                break;
            case { Place: TokenPlace.Basic }:
                headers["Authorization"] = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{source.User}:{secret}"));
                break;
            default:
                headers["Authorization"] = "Bearer " + secret;
                break;
        }

        return new(headers, body);
    }
}
