using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpsAutomation.Functions.Health;
using OpsAutomation.Jobs;
using OpsAutomation.Local;
using OpsAutomation.Local.Serving;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;
using OpsAutomation.Queues;

namespace OpsAutomation.Functions.Composition;

/// <summary>The adapters of one machine.</summary>
internal static class HomeServices
{
    /// <summary>The folder that the app keeps on its machine, shared with commands.</summary>
    /// <exception cref="OpsException">Refused: it is of a newer version. Said here, since the runtime makes its keys there before anything starts.</exception>
    public static IServiceCollection AddHome(this IServiceCollection services, string folder)
    {
        LocalHome.RefuseNewer(folder);
        services.AddSingleton(provider => SharedHome.Open(folder, provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<HomeTurn>();
        return services.AddHostedService<HomeSetup>();
    }

    /// <summary>State, files and queues in that folder.</summary>
    public static IServiceCollection AddHomeStorage(this IServiceCollection services)
    {
        services.AddScoped<IBlobStore, TurnBlobStore>();
        services.AddScoped<IStateStore, TurnStateStore>();
        services.AddScoped<IEngagementRegistry, TurnEngagementRegistry>();
        services.AddSingleton(provider => new BesideCommands<IStateStore>(provider.GetRequiredService<SharedHome>().Home.State));
        services.AddSingleton(provider => new BesideCommands<IEngagementRegistry>(provider.GetRequiredService<SharedHome>().Home.Engagements));
        // One object for both ends, so that what is added here is taken up at once.
        services.AddSingleton(provider => provider.GetRequiredService<SharedHome>().Home.Queues);
        services.AddSingleton<IJobQueue>(provider => provider.GetRequiredService<SharedHome>().Home.Jobs);
        // People copy files into the folder; one that still grows is left for the next look.
        services.AddSingleton(new PullLimits { Rest = Duration.FromSeconds(5) });
        services.AddSingleton(new PortProbe("queue", (provider, token) => provider.GetRequiredService<IQueueStorage>().CountAsync(JobQueues.Exports, token)));
        return services;
    }

    /// <summary>Secrets in a file of that folder.</summary>
    public static IServiceCollection AddHomeSecrets(this IServiceCollection services) => services
        .AddScoped<ISecretStore, TurnSecretStore>()
        .AddSingleton(provider => new BesideCommands<ISecretStore>(provider.GetRequiredService<SharedHome>().Home.Secrets));

    /// <summary>Mailboxes and drives as folders of that folder.</summary>
    public static IServiceCollection AddHomeSources(this IServiceCollection services) => services
        .AddScoped<IMailbox>(provider => provider.GetRequiredService<SharedHome>().Home.Mailbox)
        .AddScoped<IDrive>(provider => provider.GetRequiredService<SharedHome>().Home.Drive);

    /// <summary>Mails as files of an outbox in that folder.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services.AddScoped<IMailer, TurnMailer>();
}
