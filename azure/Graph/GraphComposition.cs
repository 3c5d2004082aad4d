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
    public static IServiceCollection AddGraphClients(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(GraphClients)))
            return services;
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<GraphOptions>, GraphOptionsCheck>());
        return services.AddSingleton(provider => new GraphClients(provider.GetRequiredService<IOptions<GraphOptions>>().Value, provider.GetRequiredService<TimeProvider>()));
    }

    /// <summary>Sends mail by Graph. State and clock are the app's.</summary>
    public static IServiceCollection AddGraphMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddGraphClients(configuration)
        .AddScoped<IMailer>(provider => new GraphMailer(
            provider.GetRequiredService<IStateStore>(),
            provider.GetRequiredService<GraphClients>(),
            provider.GetRequiredService<IOptions<GraphOptions>>().Value,
            provider.GetRequiredService<TimeProvider>()));

    /// <summary>Reads mailboxes and drives that exports are pulled from by Graph. The clock is the app's.</summary>
    public static IServiceCollection AddGraphSources(this IServiceCollection services, IConfiguration configuration) => services
        .AddGraphClients(configuration)
        .AddSingleton<IMailbox>(provider => new GraphMailbox(provider.GetRequiredService<GraphClients>()))
        .AddSingleton<IDrive>(provider => new GraphDrive(provider.GetRequiredService<GraphClients>()));
}
