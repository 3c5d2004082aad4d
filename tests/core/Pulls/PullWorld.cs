using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Engagements;
using OpsAutomation.Exports;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Pulls;

namespace OpsAutomation.Core.Tests.Pulls;

/// <summary>The app in memory with places to pull from; its imports can be counted. A test can end a run at any effect.</summary>
internal sealed class PullWorld
{
    public static readonly EngagementId Lumen = JobWorld.Lumen;

    public PullWorld(string sources, PullLimits? limits = null)
    {
        Limits = limits ?? new();
        World = new JobWorld();
        Blobs = new DatedBlobs(World.Blobs, World.Time);
        Configure(sources);
    }

    public JobWorld World { get; }

    public DatedBlobs Blobs { get; }

    public PullLimits Limits { get; }

    public FakeMailbox Mailbox { get; } = new();

    public FakeDrive Drive { get; } = new();

    public FakeWeb Web { get; } = new();

    /// <summary>The mails that told somebody something, in the order of their subjects.</summary>
    public IReadOnlyList<string> Told => [.. World.Mailer.Delivered.Values.Select(mail => mail.Subject).Order(StringComparer.Ordinal)];

    public string ToldText => string.Join('\n', World.Mailer.Delivered.Values.Select(mail => mail.Text));

    public void Configure(string sources) => World.WithLumen("sources:\n" + sources.TrimEnd() + "\n", start: "2025-12-01");

    /// <summary>Runs once as two instances would that share everything but their memory.</summary>
    public async Task<RoundReport> RunAsync(Crashes? crashes = null)
    {
        using var life = new CancellationTokenSource();
        crashes ??= new();
        crashes.Died = life.Cancel;
        return await Puller(crashes).RunAsync(life.Token);
    }

    public ExportPuller Puller(Crashes? crashes = null)
    {
        crashes ??= new();
        var (state, blobs, queue) = (crashes.Over(World.State), crashes.Over(Blobs), crashes.Over(World.Queue));
        var mail = new NoticeMail(crashes.Over(World.Mailer), new Operator("operator@studio.example"));
        return new(
            new EngagementRound(new RegisteredEngagements(World.Registry), state, mail, World.Time),
            blobs,
            state,
            new JobSender(queue, blobs),
            new PullSources(crashes.Over(Mailbox), Drive, Web),
            new PullNotices(mail),
            World.Time,
            Limits);
    }

    /// <summary>Puts a file into the inbox.</summary>
    public void Drop(string path, string content) => World.Blobs[Lumen, "inbox/" + path] = Encoding.UTF8.GetBytes(content);

    /// <summary>The jobs that wait in the queue.</summary>
    public IReadOnlyList<JsonElement> Waiting => [.. World.Queue.Sent.Where(sent => sent.Queue == JobQueues.Exports).Select(sent => JsonDocument.Parse(sent.Message).RootElement)];

    /// <summary>Handles all that waits, and gives the files that were imported, in the order of their imports.</summary>
    public async Task<IReadOnlyList<string>> ImportedAsync()
    {
        foreach (var message in World.Queue.Take(JobQueues.Exports))
            await World.HandleAsync(JobQueues.Exports, message);
        var entries = await new ImportLedger(World.State).ReadAsync(Lumen, int.MaxValue, CancellationToken.None);
        return [.. entries.Select(entry => entry.Source.File)];
    }

    public async Task<SourceStatus> StatusAsync(string source) => await new SourceStatuses(World.State).FindAsync(Lumen, source);

    /// <summary>Deals that differ in one amount.</summary>
    public static string Deals(int won = 12_000) => JobWorld.Deals(won);

    /// <summary>An hour before the world's first moment.</summary>
    public static Instant Before { get; } = Instant.FromUtc(2026, 1, 5, 7, 0);
}
