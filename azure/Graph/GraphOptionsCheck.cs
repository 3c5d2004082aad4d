using System.Net;
using Microsoft.Extensions.Options;

namespace OpsAutomation.Azure.Graph;

/// <summary>Checks the settings when the app starts, all of them at once.</summary>
internal sealed class GraphOptionsCheck : IValidateOptions<GraphOptions>
{
    public ValidateOptionsResult Validate(string? name, GraphOptions options)
    {
        List<string> faults = [];
        if (options.Endpoint is null && string.IsNullOrWhiteSpace(options.TenantId))
            faults.Add("Ops__Graph__TenantId is missing: give the id or a domain of the tenant whose mailboxes send.");
        if (options.Endpoint is { } endpoint && !IsAllowed(endpoint))
            faults.Add("Ops__Graph__Endpoint must be an absolute address: https, or http on this machine, such as http://127.0.0.1:5080/v1.0.");
        Range(options.MailPerMinute, 1, 30, nameof(options.MailPerMinute));
        Range(options.RequestsAtOnce, 1, 4, nameof(options.RequestsAtOnce));
        Range(options.TimeoutSeconds, 1, 600, nameof(options.TimeoutSeconds));
        Range(options.LeaseSeconds, 1, 3600, nameof(options.LeaseSeconds));
        Range(options.SettleSeconds, 0, 3600, nameof(options.SettleSeconds));
        if (options.LeaseSeconds <= options.TimeoutSeconds)
            faults.Add("Ops__Graph__LeaseSeconds must be greater than Ops__Graph__TimeoutSeconds: a sender that waits for an answer must not lose its message to another.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Range(int value, int least, int most, string option)
        {
            if (value < least || value > most)
                faults.Add($"Ops__Graph__{option} must be between {least} and {most}.");
        }
    }

    private static bool IsAllowed(Uri endpoint) => endpoint.IsAbsoluteUri
        && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && (endpoint.IsLoopback || endpoint.Host == IPAddress.Loopback.ToString())));
}
