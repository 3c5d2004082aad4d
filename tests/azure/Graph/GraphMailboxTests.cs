using System.Text;
using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Conformance;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Control;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphMailboxTests : MailboxConformance, IAsyncLifetime
{
    private static readonly MailboxOrigin Place = new("exports@lumen.example", "Inbox", ["@x.example"], "Done");
    private readonly SteppingTime clock = new();
    private Emulator emulator = null!;
    private GraphClients clients = null!;

    public async ValueTask InitializeAsync()
    {
        emulator = await Emulator.StartAsync(new(), clock);
        clients = new(new() { Endpoint = emulator.Endpoint, TenantId = "lumen.example", TimeoutSeconds = 20 }, new OpsAutomation.Testing.InMemoryStateStore(), clock);
    }

    public async ValueTask DisposeAsync()
    {
        clients.Dispose();
        await emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(401, "sign-in")]
    [InlineData(403, "Mail.ReadWrite")]
    [InlineData(404, "must be a mailbox in Exchange Online")]
    public async Task A_precondition_says_what_to_mend_and_is_asked_once(int status, string part)
    {
        emulator.Faults.Add(new() { Kind = FaultKind.Status, Status = status, Code = status == 404 ? "ErrorInvalidUser" : "ErrorAccessDenied", Path = "/messages$", Times = 0 });

        var failure = await Should.ThrowAsync<OpsException>(() => new GraphMailbox(clients).ListAsync(Lumen, Place));

        (failure.Kind, failure.Text.En.Contains(part, StringComparison.Ordinal)).ShouldBe((FailureKind.Refused, true));
        emulator.Requests.All.Count(request => request.Path.EndsWith("/messages", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_service_that_asks_for_a_long_rest_is_left_to_the_next_run_with_the_time_it_asked_for()
    {
        emulator.Faults.Add(new() { Kind = FaultKind.Status, Status = 429, RetryAfter = 600, Times = 0 });

        var failure = await Should.ThrowAsync<OpsException>(() => new GraphMailbox(clients).ListAsync(Lumen, Place));

        (failure.Kind, failure.RetryAfter).ShouldBe((FailureKind.Retriable, TimeSpan.FromMinutes(10)));
    }

    [Fact]
    public async Task A_move_whose_answer_was_lost_is_one_move()
    {
        await ReceiveAsync(Place.Mailbox, "Inbox", new ReceivedMail("a@x.example"));
        var mailbox = new GraphMailbox(clients);
        var message = (await mailbox.ListAsync(Lumen, Place))[0];
        emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "POST", Path = "/move$" });

        (await Should.ThrowAsync<OpsException>(() => mailbox.MoveAsync(Lumen, Place, message.Id))).Kind.ShouldBe(FailureKind.Retriable);
        await mailbox.MoveAsync(Lumen, Place, message.Id);

        emulator.Requests.All.Count(request => request.Path.EndsWith("/move", StringComparison.Ordinal)).ShouldBe(1);
        (await mailbox.ListAsync(Lumen, Place with { Folder = "Done" })).Select(moved => moved.Id).ShouldBe([message.Id]);
    }

    [Fact]
    public async Task A_folder_that_was_removed_after_a_move_comes_to_be_again()
    {
        await ReceiveAsync(Place.Mailbox, "Inbox", new ReceivedMail("a@x.example"), new ReceivedMail("b@x.example"));
        var mailbox = new GraphMailbox(clients);
        var messages = await mailbox.ListAsync(Lumen, Place);
        await mailbox.MoveAsync(Lumen, Place, messages[0].Id);
        emulator.Mail.Of(Place.Mailbox).Folders.RemoveAll(folder => folder.Name == "Done");

        await mailbox.MoveAsync(Lumen, Place, messages[1].Id);
        await mailbox.MoveAsync(Lumen, Place, messages[1].Id);

        (await mailbox.ListAsync(Lumen, Place with { Folder = "Done" })).Select(moved => moved.Sender).ShouldBe(["b@x.example"]);
    }

    protected override Task<IMailbox> OpenAsync() => Task.FromResult<IMailbox>(new GraphMailbox(clients));

    protected override Task ReceiveAsync(string mailbox, string folder, params ReceivedMail[] mails)
    {
        foreach (var mail in mails)
        {
            new IncomingMail
            {
                From = mail.From,
                Folder = folder,
                Attachments = [.. mail.Files.Select(file => new IncomingFile(file.Name, file.Content, file.ContentType) { IsInline = file.IsInline, IsMessage = file.IsMessage })],
            }.PutInto(emulator.Mail, emulator.Mail.Of(mailbox));
            clock.Advance(Duration.FromMinutes(1));
        }

        return Task.CompletedTask;
    }
}
