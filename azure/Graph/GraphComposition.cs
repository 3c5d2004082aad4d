using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Graph;

/// <summary>Puts Microsoft Graph together, where the settings turn it on.</summary>
public static class GraphComposition
{
    /// <summary>Whether the settings turn Graph on.</summary>
    public static bool IsOn(IConfiguration configuration) => configuration.GetSection(GraphOptions.Section).GetChildren().Any();

    /// <summary>The clients of Graph, with options that are checked when the app starts; adding them twice adds them once.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="configuration">The app's settings.</param>
    /// <param name="identity">The client id of the app's user-assigned identity; null takes the machine's own.</param>
    /// <param name="state">The state that all instances share, for as long as the app runs; null takes the app's.</param>
    public static IServiceCollection AddGraphClients(
        this IServiceCollection services, IConfiguration configuration, string? identity = null, Func<IServiceProvider, IStateStore>? state = null)
    {
        if (services.Any(service => service.ServiceType == typeof(GraphClients)))
            return services;
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphOptions>, GraphOptionsCheck>());
        return services.AddSingleton(provider => new GraphClients(
            provider.GetRequiredService<IOptions<GraphOptions>>().Value,
            state is null ? provider.GetRequiredService<IStateStore>() : state(provider),
            provider.GetRequiredService<TimeProvider>(),
            identity));
    }

    /// <summary>Sends mail by Graph. State and clock are the app's.</summary>
    public static IServiceCollection AddGraphMail(
        this IServiceCollection services, IConfiguration configuration, string? identity = null, Func<IServiceProvider, IStateStore>? state = null) => services
        .AddGraphClients(configuration, identity, state)
        .AddScoped<IMailer>(provider => new GraphMailer(
            provider.GetRequiredService<IStateStore>(),
            provider.GetRequiredService<GraphClients>(),
            provider.GetRequiredService<IOptions<GraphOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Reads mailboxes and drives that exports are pulled from by Graph. The clock is the app's.</summary>
    public static IServiceCollection AddGraphSources(
        this IServiceCollection services, IConfiguration configuration, string? identity = null, Func<IServiceProvider, IStateStore>? state = null) => services
        .AddGraphClients(configuration, identity, state)
        .AddSingleton<IMailbox>(provider => new GraphMailbox(provider.GetRequiredService<GraphClients>()))
        .AddSingleton(provider => new GraphWiki(provider.GetRequiredService<GraphClients>()))
        .AddSingleton<IDrive>(provider => new GraphDrive(provider.GetRequiredService<GraphClients>()));
}
