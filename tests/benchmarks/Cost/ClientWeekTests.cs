using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Functions.Composition;
using OpsAutomation.Functions.Tests.Infrastructure;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Ports;
using OpsAutomation.Pulls;
using OpsAutomation.Testing;

namespace OpsAutomation.Benchmarks.Cost;

/// <summary>
/// One client's second week with the app as it is composed, over ports that count: every timer at its time, two exports dropped into the inbox, a mailbox
/// that is looked at, one digest. What it asks of storage and Graph is what docs/cost.md counts with; a tenth more than recorded is a failure.
/// </summary>
public sealed class ClientWeekTests
{
    private const decimal Allowed = 1.10m;
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 9, 0, 0);
    private static readonly EngagementId Company = EngagementId.Parse(Samples.Company);

    [Fact]
    public async Task A_week_of_one_client_asks_for_no_more_than_a_tenth_over_what_was_recorded()
    {
        var counts = await WeekAsync();

        var said = string.Concat(counts.Select(count => $"{count.Key} {count.Value}\n"));
        var recorded = (await File.ReadAllLinesAsync(Path.Combine(BicepText.Root(), "tests", "benchmarks", "operations-per-client-week.txt"), TestContext.Current.CancellationToken))
            .Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => int.Parse(parts[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        counts.Where(count => count.Value > recorded.GetValueOrDefault(count.Key) * Allowed).Select(count => count.Key)
            .ShouldBeEmpty("Counted:\n" + said + "If that is right, record it in tests/benchmarks/operations-per-client-week.txt and change docs/cost.md.");
    }

    private static async Task<SortedDictionary<string, int>> WeekAsync()
    {
        var time = new ManualTime(Start);
        var (state, blobs, registry) = (new InMemoryStateStore(), new InMemoryBlobStore(), new InMemoryRegistry());
        await registry.CreateAsync(Company, Samples.Yaml.Replace(
            "sources:\n", "sources:\n  - {id: crm, name: CRM, profile: hubspot.deals, staleAfterDays: 8, from: mailbox, mailbox: exports@studio-mareva.example, folder: Exports, senders: ['@studio-mareva.example'], moveTo: Done}\n", StringComparison.Ordinal));
        // A first week, so that what happens once only is over.
        await RunAsync(time, state, blobs, registry, new OperationCounts());
        var counts = new OperationCounts();
        await RunAsync(time, state, blobs, registry, counts);
        return counts.Read();
    }

    private static async Task RunAsync(ManualTime time, IStateStore state, InMemoryBlobStore blobs, IEngagementRegistry registry, OperationCounts counts)
    {
        var queue = new CountedQueue(time, counts);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(time).AddSingleton(new PullLimits());
        services.AddOptions<OpsOptions>();
        services.AddWeb().AddCore()
            .AddSingleton<IStateStore>(new CountedState(state, counts)).AddSingleton<IBlobStore>(new CountedBlobs(blobs, counts))
            .AddSingleton<IEngagementRegistry>(new CountedRegistry(registry, counts)).AddSingleton<IJobQueue>(queue)
            .AddSingleton<IMailer>(new CountedMailer(counts)).AddSingleton<IMailbox>(new CountedMailbox(counts)).AddSingleton<ISecretStore>(new InMemorySecretStore());
        await using var app = services.BuildServiceProvider();
        for (var quarter = 0; quarter < 7 * 96; quarter++)
        {
            blobs.Now = time.Now;
            if (quarter == 30)
                Drop(blobs, time.Now);
            await TickAsync(app, isHour: quarter % 4 == 0);
            while (queue.Take() is var (name, message))
                await HandleAsync(app, name, message);
            time.Now += Duration.FromMinutes(15);
        }
    }

    private static void Drop(InMemoryBlobStore blobs, Instant now)
    {
        foreach (var file in new[] { "hubspot-transactions.csv", "factures.csv" })
            blobs[Company, $"inbox/{now.ToUnixTimeSeconds()}-{file}"] = [.. File.ReadAllBytes(Samples.PathOf(file)), .. "\n"u8];
    }

    private static async Task TickAsync(ServiceProvider app, bool isHour)
    {
        await using var scope = app.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<ExportPuller>().RunAsync(CancellationToken.None);
        await services.GetRequiredService<DigestDispatcher>().RunAsync();
        if (!isHour)
            return;
        await services.GetRequiredService<KpiDispatcher>().RunAsync();
        await services.GetRequiredService<DocumentDispatcher>().RunAsync();
        await services.GetRequiredService<MorningDispatcher>().RunAsync();
        await services.GetRequiredService<HeartbeatWatch>().RunAsync();
    }

    private static async Task HandleAsync(ServiceProvider app, string queue, string message)
    {
        await using var scope = app.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await (queue switch
        {
            JobQueues.Exports => services.GetRequiredService<ExportJobHandler>().HandleAsync(message),
            JobQueues.Kpis => services.GetRequiredService<KpiJobHandler>().HandleAsync(message),
            JobQueues.Documents => services.GetRequiredService<DocumentJobHandler>().HandleAsync(message),
            JobQueues.Digests => services.GetRequiredService<DigestJobHandler>().HandleAsync(message),
            JobQueues.Events => services.GetRequiredService<EventJobHandler>().HandleAsync(message),
            _ => throw new InvalidOperationException(queue),
        });
    }
}
