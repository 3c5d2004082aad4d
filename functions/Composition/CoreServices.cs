using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpsAutomation.Boards;
using OpsAutomation.Digests;
using OpsAutomation.Documents.Asking;
using OpsAutomation.Engagements;
using OpsAutomation.Events;
using OpsAutomation.Feeds;
using OpsAutomation.Functions.Access;
using OpsAutomation.Functions.Health;
using OpsAutomation.Functions.Http;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Links.Acts;
using OpsAutomation.Links;
using OpsAutomation.Mornings;
using OpsAutomation.Notices;
using OpsAutomation.Ports;
using OpsAutomation.Privacy;
using OpsAutomation.Publishing;
using OpsAutomation.Pulls;
using OpsAutomation.Uploads;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Functions.Composition;

/// <summary>What the functions call: one object each run, over whatever ports there are.</summary>
internal static class CoreServices
{
    // No engagement is registered under this id; what is not there is found as quickly as what is.
    private static readonly EngagementId Nobody = EngagementId.Parse("health-check");

    /// <summary>The core's entry classes, and what answers requests.</summary>
    public static IServiceCollection AddCore(this IServiceCollection services)
    {
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OpsOptions>>().Value.ToOperator());
        services.AddSingleton<ReadEngagements>();
        services.AddScoped<RegisteredEngagements>();
        services.AddScoped<NoticeMail>();
        AddJobs(services);
        AddRequests(services);
        return services;
    }

    // What queues and timers run.
    private static void AddJobs(IServiceCollection services)
    {
        services.AddScoped<JobSender>();
        services.AddScoped<DeadLetterBox>();
        services.AddScoped<DeadLetterNotice>();
        services.AddSingleton<JobWaitSettings>();
        services.AddScoped<JobRun>();
        services.AddScoped<ExportJobHandler>();
        services.AddScoped<KpiJobHandler>();
        services.AddScoped<WikiPublisher>();
        services.AddScoped<PublishJobHandler>();
        services.AddScoped<PublishDispatcher>();
        services.AddScoped<DocumentJobHandler>();
        services.AddScoped<DigestJobHandler>();
        services.AddSingleton<KpiRequestSettings>();
        services.AddScoped<WebhookJobHandler>();
        services.AddScoped<PoisonReporter>();
        services.AddScoped<EngagementRound>();
        services.AddScoped<KpiDispatcher>();
        services.AddScoped<DigestDispatcher>();
        services.AddScoped<RetentionSweep>();
        services.AddScoped<DocumentDispatcher>();
        services.AddScoped(provider => new DocumentAsks(
            provider.GetRequiredService<IBlobStore>(), provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<IMailer>(),
            provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<Operator>().Mailbox, provider.GetService<DigestLinks>()));
        services.AddScoped<AskDispatcher>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<OpsOptions>>().Value.ToMornings());
        services.AddScoped<MorningReader>();
        services.AddScoped<MorningDispatcher>();
        services.AddScoped<HeartbeatReader>();
        services.AddScoped<HeartbeatWatch>();
        services.AddScoped<PullNotices>();
        services.AddScoped(provider => new PullSources(provider.GetService<IMailbox>(), provider.GetService<IDrive>(), provider.GetService<IWebFiles>()));
        services.AddScoped<ExportPuller>();
        services.AddScoped<IEventSink, EventOutbox>();
        services.AddScoped<EventSender>();
        services.AddSingleton<EventAttemptSettings>();
        services.AddScoped<EventJobHandler>();
        services.AddSingleton<RoundLog>();
        services.AddSingleton<JobLog>();
        services.AddSingleton<HeartbeatLog>();
    }

    // What answers requests.
    private static void AddRequests(IServiceCollection services)
    {
        services.AddScoped<UploadDesk>();
        services.AddSingleton(new PortProbe("blobs", (provider, token) => provider.GetRequiredService<IBlobStore>().OpenReadAsync(Nobody, "health", token)));
        services.AddSingleton(new PortProbe("state", (provider, token) => provider.GetRequiredService<IStateStore>().FindAsync(Nobody, new StateKey("health", "health"), token)));
        services.AddSingleton(new PortProbe("engagements", (provider, token) => provider.GetRequiredService<IEngagementRegistry>().ListAsync(token)));
        services.AddScoped<HealthCheck>();
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<EntraSignIn>();
        services.AddScoped<PageAccess>();
        services.AddSingleton<HttpGuard>();
        services.AddScoped<BoardReader>();
        services.AddScoped<PortfolioReader>();
        services.AddScoped<DocumentShelf>();
        services.AddScoped<KpiFeedReader>();
        services.AddScoped<LinkSigner>();
        services.AddScoped<LinkGenerations>();
        services.AddScoped<ReaderLinks>();
        services.AddScoped<UnsubscribeHandler>();
        services.AddScoped(provider => new ActHandler(
            provider.GetRequiredService<ReaderLinks>(),
            provider.GetRequiredService<IBlobStore>(),
            provider.GetRequiredService<IStateStore>(),
            new DigestSender(
                provider.GetRequiredService<IStateStore>(), provider.GetRequiredService<IMailer>(), provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<Operator>().Mailbox, provider.GetService<DigestLinks>()),
            provider.GetRequiredService<TimeProvider>()));
        // Kept over requests, so that a stranger's costs no more than another.
        services.AddSingleton(provider => new WebhookDirectory(
            provider.GetService<BesideCommands<IEngagementRegistry>>()?.Port ?? new OwnScopeRegistry(provider.GetRequiredService<IServiceScopeFactory>()),
            provider.GetService<BesideCommands<ISecretStore>>()?.Port ?? new OwnScopeSecrets(provider.GetRequiredService<IServiceScopeFactory>()),
            provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new WebhookIntake(
            provider.GetRequiredService<IBlobStore>(),
            provider.GetService<BesideCommands<IStateStore>>()?.Port ?? provider.GetRequiredService<IStateStore>(),
            provider.GetRequiredService<JobSender>()));
        services.AddSingleton(provider => new NotionHandshake(
            new OwnScopeSecrets(provider.GetRequiredService<IServiceScopeFactory>()), provider.GetRequiredService<WebhookDirectory>()));
        services.AddSingleton<PublicBases>();
        services.AddSingleton(provider => new WebhookAddresses(provider.GetRequiredService<PublicBases>().Find));
        services.AddScoped<WebhookReceiver>();
        services.AddHostedService<WebhookSetup>();
    }
}
