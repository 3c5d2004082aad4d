using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Links;
using OpsAutomation.Outbound;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;
using OpsAutomation.Publishing.WordPress;

namespace OpsAutomation.Functions.Composition;

/// <summary>What reaches out of the app, and what leads back into it.</summary>
internal static class OutboundServices
{
    /// <summary>Events and links by HTTP, to the public internet only.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddSingleton<GuardedConnector>(_ => new());
        services.AddSingleton<IWebFiles>(provider => new WebFiles(provider.GetRequiredService<GuardedConnector>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new EventConnections(provider.GetRequiredService<GuardedConnector>().CreateHandler()));
        services.AddSingleton<IEventTransport>(provider => new HttpEventTransport(
            provider.GetRequiredService<EventConnections>().Handler, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new WordPressWiki(
            provider.GetRequiredService<EventConnections>().Handler, provider.GetRequiredService<ISecretStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new Wikis(provider.GetRequiredService<WordPressWiki>(), provider.GetService<GraphWiki>()));
        return services;
    }

    /// <summary>The signed links of digests: they need an address that people can reach.</summary>
    public static IServiceCollection AddDigestLinks(this IServiceCollection services, Uri publicUrl) => services.AddScoped(provider => new DigestLinks(
        provider.GetRequiredService<LinkSigner>(), provider.GetRequiredService<LinkGenerations>(), publicUrl));

    /// <summary>The connections that events go out by, closed with the app.</summary>
    private sealed record EventConnections(HttpMessageHandler Handler) : IDisposable
    {
        public void Dispose() => Handler.Dispose();
    }
}
