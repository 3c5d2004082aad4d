using System.Text;
using System.Text.Json;
using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Control;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Pulls;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphPullTests : IAsyncLifetime
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private readonly SteppingTime clock = new();
    private Emulator emulator = null!;

    public async ValueTask InitializeAsync() => emulator = await Emulator.StartAsync(new(), clock);

    public ValueTask DisposeAsync() => emulator.DisposeAsync();

    [Theory]
    [InlineData(FaultKind.CutBefore)]
    [InlineData(FaultKind.CutAfter)]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.StatusAfter)]
    [InlineData(FaultKind.Twice)]
    public async Task Whatever_request_fails_each_file_is_enqueued_under_one_key_and_each_message_moved(FaultKind kind)
    {
        for (var at = 0; at < 16; at++)
        {
            var app = new App(emulator, clock, $"exports-{kind}-{at}@lumen.example", $"drive-{kind}-{at}");
            app.Receive("deals.csv", "tickets.csv");
            emulator.Drives.Of(app.Drive).Put("Exports/ledger.txt", "l"u8.ToArray());
            emulator.Drives.Of(app.Drive).Put("Exports/board.json", "b"u8.ToArray());
            emulator.Faults.Clear();
            emulator.Faults.Add(new() { Kind = kind, Skip = at });

            for (var run = 0; run < 4; run++)
            {
                await app.RunAsync();
                clock.Advance(Duration.FromMinutes(15));
            }

            app.Enqueued.Distinct().Select(job => job.File).Order(StringComparer.Ordinal).ShouldBe(["board.json", "deals.csv", "ledger.txt", "tickets.csv"]);
            app.Enqueued.Select(job => job.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(4);
            foreach (var job in app.Enqueued)
                app.Blobs[Lumen, job.Path].Length.ShouldBe(1);
            var box = emulator.Mail.Of(app.Mailbox);
            box.Messages.Select(message => box.Folders.Single(folder => folder.Id == message.Folder).Name).ShouldBe(["Done"]);
            (await app.ProblemsAsync()).ShouldBeEmpty();
        }
    }

    private sealed class App
    {
        private readonly InMemoryStateStore state = new();
        private readonly InMemoryJobQueue queue = new();
        private readonly InMemoryRegistry registry = new();
        private readonly Emulator emulator;
        private readonly SteppingTime clock;

        public App(Emulator emulator, SteppingTime clock, string mailbox, string drive)
        {
            (this.emulator, this.clock, Mailbox, Drive) = (emulator, clock, mailbox, drive);
            registry[Lumen] = $"""
                id: lumen
                name: Atelier Lumen
                locale: fr-FR
                start: 2026-10-05
                sources:
                  - {"{"}id: mail, from: mailbox, mailbox: {mailbox}, folder: Inbox/Exports, senders: "@hubspot.com", moveTo: Inbox/Done{"}"}
                  - {"{"}id: files, from: drive, drive: {drive}, folder: Exports{"}"}
                """;
        }

        public string Mailbox { get; }

        public string Drive { get; }

        public InMemoryBlobStore Blobs { get; } = new();

        public IReadOnlyList<(string Key, string File, string Path)> Enqueued =>
        [
            .. queue.Sent.Select(sent => JsonDocument.Parse(sent.Message).RootElement)
                .Select(job => (job.GetProperty("key").GetString()!, job.GetProperty("file").GetString()!, job.GetProperty("path").GetString()!)),
        ];

        public void Receive(params string[] files) => new IncomingMail
        {
            From = "noreply@hubspot.com",
            Folder = "Inbox/Exports",
            Attachments = [.. files.Select(file => new IncomingFile(file, Encoding.UTF8.GetBytes(file[..1]), "text/csv"))],
        }.PutInto(emulator.Mail, emulator.Mail.Of(Mailbox));

        // Each run is another process.
        public async Task RunAsync()
        {
            using var clients = new GraphClients(new() { Endpoint = emulator.Endpoint, TenantId = "lumen.example", TimeoutSeconds = 20 }, state, clock);
            var notices = new NoticeMail(new NoMailer(), new Operator());
            var puller = new ExportPuller(
                new EngagementRound(new RegisteredEngagements(registry), state, notices, clock), Blobs, state, new JobSender(queue, Blobs),
                new PullSources(new GraphMailbox(clients), new GraphDrive(clients), null), new PullNotices(notices), clock, new());
            await puller.RunAsync();
        }

        public async Task<IReadOnlyList<string>> ProblemsAsync()
        {
            var problems = new List<string>();
            await foreach (var status in new SourceStatuses(state).ListAsync(Lumen))
                problems.Add(status.ToString());
            return problems;
        }
    }

    private sealed class NoMailer : Ports.IMailer
    {
        public Task<string> SendAsync(EngagementId engagement, string key, Digests.MailMessage message, CancellationToken cancellationToken = default) =>
            throw new InvalidOperationException("Nobody is to be told.");
    }
}
