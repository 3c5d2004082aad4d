using System.Text;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Heartbeats;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Mornings;
using OpsAutomation.Ports;
using OpsAutomation.Privacy;
using OpsAutomation.Pulls;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>
/// The whole app in memory: ports, handlers, timers, and a host that delivers messages until the queues are empty, tries each five times and
/// then reports it as poison. A test can make any effect crash.
/// </summary>
internal sealed class JobWorld
{
    public const int MostAttempts = 5;

    public static readonly EngagementId Lumen = EngagementId.Parse("lumen");

    public JobWorld(Instant? now = null, JobWaitSettings? waits = null, Operator? app = null)
    {
        Time = now is { } moment ? new ManualTime(moment) : new ManualTime();
        var state = Crashes.Over(State);
        var blobs = Crashes.Over(Blobs);
        var queue = Crashes.Over(Queue);
        var mailer = Crashes.Over(Mailer);
        var events = Crashes.Over(Events);
        var engagements = new RegisteredEngagements(Registry);
        app ??= new Operator("operator@studio.example");
        var mail = new NoticeMail(mailer, app);
        var jobs = new JobSender(queue, blobs);
        Box = new DeadLetterBox(state, queue, Time);
        var run = new JobRun(blobs, engagements, Box, new DeadLetterNotice(mail), waits);
        var round = new EngagementRound(engagements, state, mail, Time);
        var puller = new ExportPuller(round, blobs, state, jobs, new PullSources(null, null, null), new PullNotices(mail), Time, new PullLimits());
        Exports = new ExportJobHandler(run, blobs, state, jobs, events, puller, Time);
        Kpis = new KpiJobHandler(run, Registry, blobs, state, jobs, events, Time);
        Documents = new DocumentJobHandler(run, blobs, state, jobs, events, Time);
        Digests = new DigestJobHandler(run, blobs, state, mailer, jobs, events, Time, app);
        Poison = new PoisonReporter(run, blobs, state, jobs, events, Time);
        RefreshKpis = new KpiDispatcher(round, Registry, blobs, state, jobs, Time);
        SendDueDigests = new DigestDispatcher(round, state, mailer, jobs, Time);
        Mornings = new MorningDispatcher(round, new MorningReader(blobs, state, mailer, Box, Time), state, mail, Time, new MorningSettings());
        Heartbeats = new HeartbeatWatch(round, new HeartbeatReader(state, Time), state, mail, Time);
        PublishDueDocuments = new DocumentDispatcher(round, state, jobs, new RetentionSweep(blobs, state, Time), Time);
    }

    public ManualTime Time { get; }

    public Crashes Crashes { get; } = new();

    public InMemoryBlobStore Blobs { get; } = new();

    public InMemoryStateStore State { get; } = new();

    public InMemoryJobQueue Queue { get; } = new();

    public FakeMailer Mailer { get; } = new();

    public FakeEvents Events { get; } = new();

    public FakeRegistry Registry { get; } = new();

    public DeadLetterBox Box { get; }

    public ExportJobHandler Exports { get; }

    public KpiJobHandler Kpis { get; }

    public DocumentJobHandler Documents { get; }

    public DigestJobHandler Digests { get; }

    public PoisonReporter Poison { get; }

    public KpiDispatcher RefreshKpis { get; }

    public DigestDispatcher SendDueDigests { get; }

    public DocumentDispatcher PublishDueDocuments { get; }

    public MorningDispatcher Mornings { get; }

    public HeartbeatWatch Heartbeats { get; }

    /// <summary>Adds an engagement with one recipient and a target that the sample export misses.</summary>
    public JobWorld WithLumen(string more = "", string id = "lumen", string zone = "Europe/Paris", string start = "2025-12-01")
    {
        Registry.Put(EngagementId.Parse(id), $"""
            id: {id}
            name: Atelier Lumen
            locale: fr-FR
            zone: {zone}
            start: {start}
            state: active
            sender: studio@lumen.example
            people:
              - id: anna
                name: Anna Keller
                role: obm
                email: anna@studio.example
            kpis:
              followed: [sales.won-amount]
              targets:
                - kpi: sales.won-amount
                  grain: week
                  value: 45000

            """.Replace("\r\n", "\n", StringComparison.Ordinal) + (more.Length > 0 ? more : Recipient()));
        return this;
    }

    public static string Recipient(string day = "monday", string time = "07:30") => $"""
        recipients:
          - id: claire
            name: Claire
            email: claire@lumen.example
            locale: fr-FR
            day: {day}
            time: "{time}"
        """;

    /// <summary>Puts an export into a blob and a message for it into the queue.</summary>
    public async Task UploadAsync(string file, string content, EngagementId? engagement = null)
    {
        var id = engagement ?? Lumen;
        Blobs[id, "inbox/" + file] = Encoding.UTF8.GetBytes(content);
        await new JobSender(Queue, Blobs).SendAsync(new ExportJob(id, "upload/" + file, "inbox/" + file, file));
    }

    public static string Deals(int won = 12_000) => $"""
        Record ID,Deal Name,Deal Stage,Amount,Close Date,Create Date,Pipeline
        1,Hôtel Azur,Closed Won,{won},2025-12-30,2025-11-02,Sales Pipeline
        2,Bistrot Nord,Closed Lost,4000,2025-12-31,2025-11-12,Sales Pipeline
        3,Musée,Appointment Scheduled,9000,,2025-12-20,Sales Pipeline
        """;

    /// <summary>Delivers what is in the queues, and what comes of it, until they are empty.</summary>
    /// <param name="counts">Counts what was delivered, by queue.</param>
    public async Task DrainAsync(Dictionary<string, int>? counts = null)
    {
        while (await DeliverAsync(counts) > 0)
        {
        }
    }

    /// <summary>Runs what a timer runs, again where it crashes.</summary>
    public static async Task TickAsync(Func<Task> timer)
    {
        for (; ; )
        {
            try
            {
                await timer();
                return;
            }
            catch (CrashException)
            {
                // The process died: its timer is past due and fires again.
            }
        }
    }

    public Task HandleAsync(string queue, string message) => queue switch
    {
        JobQueues.Exports => Exports.HandleAsync(message),
        JobQueues.Kpis => Kpis.HandleAsync(message),
        JobQueues.Documents => Documents.HandleAsync(message),
        JobQueues.Digests => Digests.HandleAsync(message),
        _ => throw new ArgumentOutOfRangeException(nameof(queue), queue, "No handler."),
    };

    private async Task<int> DeliverAsync(Dictionary<string, int>? counts)
    {
        var delivered = 0;
        foreach (var queue in JobQueues.All)
        {
            foreach (var message in Queue.Take(queue))
            {
                delivered++;
                if (counts is not null)
                    counts[queue] = counts.GetValueOrDefault(queue) + 1;
                await TryAsync(queue, message);
            }
        }

        return delivered;
    }

    private async Task TryAsync(string queue, string message)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                await HandleAsync(queue, message);
                return;
            }
            catch (Exception exception) when (exception is not ShouldAssertException)
            {
                // It comes again.
            }
        }

        await TickAsync(() => Poison.ReportAsync(queue + JobQueues.PoisonSuffix, message));
    }
}
