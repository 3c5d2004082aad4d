using System.Collections.Concurrent;
using Azure.Core;
using Azure.Identity;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>
/// Clients of Microsoft Graph, one a tenant. They keep the limits of each mailbox and repeat only what was refused without effect: the
/// SDK's own retries are taken out, since they would repeat a send whose answer was lost.
/// </summary>
public sealed class GraphClients : IDisposable
{
    private static readonly string[] Scopes = ["https://graph.microsoft.com/.default"];

    private readonly ConcurrentDictionary<string, GraphServiceClient> clients = new(StringComparer.OrdinalIgnoreCase);
    private readonly GraphOptions options;
    private readonly string? identity;

    /// <summary>Creates the clients.</summary>
    /// <param name="options">The settings, valid.</param>
    /// <param name="state">Where the limits of mailboxes are kept for all instances: collection <c>mailbox-turns</c> of <c>_app</c>.</param>
    /// <param name="clock">What waits are measured by.</param>
    /// <param name="identity">The client id of the app's user-assigned identity; null takes the machine's own.</param>
    public GraphClients(GraphOptions options, IStateStore state, TimeProvider clock, string? identity = null)
    {
        this.options = options;
        this.identity = identity;
        Gates = new(options, state, clock);
        var handlers = KiotaClientFactory.CreateDefaultHandlers().Where(handler => handler is not RetryHandler).ToList();
        handlers.Add(new ThrottleHandler(Gates, clock, TimeSpan.FromSeconds(options.TimeoutSeconds)));
        Http = KiotaClientFactory.Create(handlers);
        // Each attempt has its own time, without its waits: those are the limiter's.
        Http.Timeout = Timeout.InfiniteTimeSpan;
    }

    internal MailboxGates Gates { get; }

    /// <summary>The HTTP client below: for addresses that carry their own permission, such as upload sessions.</summary>
    internal HttpClient Http { get; }

    /// <summary>The client of a tenant.</summary>
    /// <param name="tenant">The tenant's id or domain; null for the operator's.</param>
    public GraphServiceClient Of(string? tenant = null) => clients.GetOrAdd(tenant ?? options.TenantId ?? "", Create);

    /// <inheritdoc/>
    public void Dispose()
    {
        Http.Dispose();
        Gates.Dispose();
    }

    private GraphServiceClient Create(string tenant) => options.Endpoint is { } endpoint
        ? new(Http, new AnonymousAuthenticationProvider(), endpoint.ToString().TrimEnd('/'))
        : new(Http, new AzureIdentityAuthenticationProvider(Credential(tenant), scopes: Scopes), "https://graph.microsoft.com/v1.0");

    // A managed identity belongs to its own tenant. For another one it vouches for an app registration that the other tenant consented to.
    private TokenCredential Credential(string tenant)
    {
        if (options.ClientId is not { Length: > 0 } clientId)
            return new DefaultAzureCredential(new DefaultAzureCredentialOptions { TenantId = tenant, ManagedIdentityClientId = identity });
        var own = new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = identity });
        return new ClientAssertionCredential(tenant, clientId, async cancellationToken =>
            (await own.GetTokenAsync(new TokenRequestContext(["api://AzureADTokenExchange/.default"]), cancellationToken).ConfigureAwait(false)).Token);
    }
}
