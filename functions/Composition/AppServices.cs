using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Events.Chats;
using OpsAutomation.Functions.Telemetry;
using OpsAutomation.Ports;
using OpsAutomation.Uploads;

namespace OpsAutomation.Functions.Composition;

/// <summary>
/// What the app is made of: each adapter that the settings turn on, in a line. A program that wants other ports replaces them after this;
/// the clock is registered by the program.
/// </summary>
public static class AppServices
{
    /// <summary>The whole app.</summary>
    /// <exception cref="InvalidOperationException">A setting that decides which adapters there are is not one that can be followed.</exception>
    public static IServiceCollection AddOps(this IServiceCollection services, IConfiguration configuration)
    {
        var storage = StorageSettings.From(configuration);
        services.AddTelemetry(configuration);
        services.AddOptions<OpsOptions>().Bind(configuration.GetSection(OpsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpsOptions>, OpsOptionsCheck>();
        services.AddSingleton<StopReason>();
        services.AddRemote(configuration, storage);
        if (storage.IsAzure)
            services.AddHostedService<SchemaSetup>().AddHostedService<SchemaWatch>();
        else
            services.AddHomeStorage();
        if (!storage.IsCloud)
        {
            services.AddHome(storage.Home);
            if (storage.KeyVault is null)
                services.AddHomeSecrets();
        }

        if (GraphComposition.IsOn(configuration))
            services.AddGraphSources(configuration, storage.ClientId, AccountServices.OfAllInstances);
        else if (!storage.IsCloud)
            services.AddOutbox().AddHomeSources();
        if (!storage.IsCloud && string.Equals(configuration["Ops:AllowLoopback"], "true", StringComparison.OrdinalIgnoreCase))
            AppContext.SetSwitch(PublicAddress.LoopbackSwitch, isEnabled: true);
        services.AddWeb();
        if (Uri.TryCreate(configuration["Ops:PublicUrl"], UriKind.Absolute, out var publicUrl))
            services.AddDigestLinks(publicUrl).AddSingleton(new BoardAddress(publicUrl));
        services.AddCore();
        // The server of the worker takes 30 MB unless told otherwise, less than the host in front of it.
        services.Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = UploadDesk.LargestBody);
        return services;
    }
}
