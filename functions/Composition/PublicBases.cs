using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// The addresses under which senders know the app: the one configured; else the name that Azure gave the app; else, on one machine, the port
/// that it listens on. Never one that a request names.
/// </summary>
internal sealed class PublicBases(IOptions<OpsOptions> options, IConfiguration configuration, IServiceProvider services)
{
    private IReadOnlyList<Uri>? known;

    public IReadOnlyList<Uri> Find() => known ?? Read();

    private IReadOnlyList<Uri> Read()
    {
        if (options.Value.PublicUrl.Length > 0)
            return known = [new(options.Value.PublicUrl)];
        if (configuration["WEBSITE_HOSTNAME"] is { Length: > 0 } name && Uri.TryCreate($"https://{name}", UriKind.Absolute, out var azure))
            return known = [azure];
        var listening = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (!Uri.TryCreate(listening, UriKind.Absolute, out var address))
            return WebhookAddresses.OnThisMachine();
        var here = WebhookAddresses.OnThisMachine(address.Port);
        // A free port is known once the app listens.
        return address.Port == 0 ? here : known = here;
    }
}
