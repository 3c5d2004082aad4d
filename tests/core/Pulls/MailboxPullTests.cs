using NodaTime;
using OpsAutomation.Ports;

namespace OpsAutomation.Core.Tests.Pulls;

public class MailboxPullTests
{
    private const string Crm = """
          - {id: crm, name: CRM, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: ["@hubspot.com"], moveTo: Inbox/Done, profile: hubspot.deals}
        """;

    [Fact]
    public async Task Attached_exports_are_pulled_once_and_their_messages_moved()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("deals.csv", PullWorld.Deals()), ("logo.png", "x"), ("more.csv", PullWorld.Deals(15_000)));
        world.World.Time.Advance(Duration.FromDays(2));

        (await world.RunAsync()).Sent.ShouldBe(2);
        (await world.RunAsync()).Sent.ShouldBe(0);

        var job = world.Waiting[0];
        (job.GetProperty("source").GetString(), job.GetProperty("profile").GetString(), job.GetProperty("taken").GetString()).ShouldBe(("crm", "hubspot.deals", "2026-01-05"));
        (await world.ImportedAsync()).ShouldBe(["deals.csv", "more.csv"]);
        world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
        world.Told.ShouldBeEmpty();
    }

    [Fact]
    public async Task Messages_of_other_senders_stay_unread_and_are_told_once()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive("somebody@hubspot.com.example", PullWorld.Before, ("deals.csv", PullWorld.Deals()));
        world.Mailbox.Receive("other@example.com", PullWorld.Before, ("deals.csv", PullWorld.Deals()));

        (await world.RunAsync()).Sent.ShouldBe(0);
        await world.RunAsync();

        world.Mailbox.Folders.ShouldBe(["Inbox/Exports", "Inbox/Exports"]);
        world.Mailbox.Opened.ShouldBe(0);
        (await world.StatusAsync("crm")).Strangers.ShouldBe(2);
        world.Told.ShouldBe(["Atelier Lumen · CRM\u00a0: messages d'expéditeurs inconnus"]);
        world.ToldText.ShouldNotContain("example.com");
    }

    [Fact]
    public async Task A_message_without_an_attached_export_is_moved_counted_and_told_once_until_one_comes_again()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before);
        await world.RunAsync();
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("ATT00001.txt", "Sent from"), ("report.pdf", "x"));
        await world.RunAsync();

        world.Mailbox.Folders.ShouldBe(["Inbox/Done", "Inbox/Done"]);
        world.Waiting.ShouldBeEmpty();
        (await world.StatusAsync("crm")).WithoutExport.ShouldBe(2);
        world.Told.ShouldBe(["Atelier Lumen · CRM\u00a0: messages sans export"]);

        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("deals.csv", PullWorld.Deals()));
        await world.RunAsync();
        (await world.StatusAsync("crm")).WithoutExport.ShouldBe(0);
    }

    [Fact]
    public async Task An_export_of_one_source_says_nothing_of_another_in_the_same_folder()
    {
        var world = new PullWorld(Crm + """

              - {id: ledger, name: Ledger, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: compta@lumen.example, moveTo: Inbox/Done}
            """);
        world.Mailbox.Receive("compta@lumen.example", PullWorld.Before);
        await world.RunAsync();
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("deals.csv", PullWorld.Deals()));
        await world.RunAsync();
        (await world.StatusAsync("ledger")).WithoutExport.ShouldBe(1);
        world.World.Time.Advance(Duration.FromDays(1));
        world.Mailbox.Receive("compta@lumen.example", PullWorld.Before);
        await world.RunAsync();

        (await world.StatusAsync("ledger")).WithoutExport.ShouldBe(2);
        world.Told.ShouldBe(["Atelier Lumen · Ledger\u00a0: messages sans export"]);
    }

    [Fact]
    public async Task A_file_is_known_by_its_name_or_its_type_and_links_and_messages_are_none()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive(
            "noreply@hubspot.com",
            PullWorld.Before,
            [new("a", "report", "text/csv; charset=utf-8", 1, true), new("b", "deals.csv", null, 1, false), new("c", "Deals.CSV", "application/octet-stream", 1, true)],
            ["1", "2", "3"]);

        await world.RunAsync();

        world.Waiting.Select(job => job.GetProperty("file").GetString()).ShouldBe(["report", "Deals.CSV"]);
    }

    [Fact]
    public async Task A_hostile_name_leads_nowhere()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("../../../etc/pass\u202ewd:\u0000.csv", "x"), ("con.csv", "y"), (new string('é', 400) + ".csv", "z"));

        await world.RunAsync();

        var files = world.Waiting.Select(job => job.GetProperty("file").GetString()!).ToList();
        files[..2].ShouldBe(["passwd-.csv", "_con.csv"]);
        (files[2].EndsWith("é.csv", StringComparison.Ordinal), System.Text.Encoding.UTF8.GetByteCount(files[2]) <= 150).ShouldBe((true, true));
    }

    [Fact]
    public async Task Several_sources_share_a_folder_by_senders_and_file_names()
    {
        var world = new PullWorld("""
              - {id: deals, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: "@hubspot.com", moveTo: Inbox/Done, files: "deal*"}
              - {id: tickets, from: mailbox, mailbox: Exports@lumen.example, folder: Inbox/Exports, senders: "@hubspot.com", moveTo: Inbox/Done, files: "ticket*"}
              - {id: ledger, from: mailbox, mailbox: exports@lumen.example, folder: Inbox/Exports, senders: compta@lumen.example, moveTo: Inbox/Done}
            """);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("Tickets 2026.csv", "1"), ("Deals.csv", "2"), ("contacts.csv", "3"));
        world.Mailbox.Receive("compta@lumen.example", PullWorld.Before, ("fec.txt", "4"));

        await world.RunAsync();

        world.Waiting.Select(job => (job.GetProperty("file").GetString(), job.GetProperty("source").GetString())).ShouldBe(
            [("Tickets 2026.csv", "tickets"), ("Deals.csv", "deals"), ("fec.txt", "ledger")]);
        world.Mailbox.Folders.ShouldAllBe(folder => folder == "Inbox/Done");
    }

    [Fact]
    public async Task A_file_over_the_limit_is_left_told_once_and_its_message_moved()
    {
        var world = new PullWorld(Crm, new() { LargestFile = 1 << 20 });
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("deals.csv", new string('x', (1 << 20) + 1)));

        await world.RunAsync();
        await world.RunAsync();

        world.Waiting.ShouldBeEmpty();
        world.World.Blobs.Paths(PullWorld.Lumen).ShouldBeEmpty();
        world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
        world.ToldText.ShouldContain("deals.csv n'a pas été récupéré\u00a0: il dépasse 1\u00a0Mio.");
        world.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_over_the_limit_that_cannot_be_told_now_stays_in_its_folder_until_it_is_told()
    {
        var world = new PullWorld(Crm, new() { LargestFile = 1 << 20 });
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before, ("deals.csv", new string('x', (1 << 20) + 1)));
        world.World.Mailer.FailBefore = OpsException.Retriable("The mail service is away.", "Le service de messagerie est absent.");

        (await world.RunAsync()).Failures.Count.ShouldBe(1);
        world.Mailbox.Folders.ShouldBe(["Inbox/Exports"]);

        world.World.Mailer.FailBefore = null;
        await world.RunAsync();
        await world.RunAsync();

        world.Mailbox.Folders.ShouldBe(["Inbox/Done"]);
        world.ToldText.ShouldContain("il dépasse 1\u00a0Mio.");
        world.Told.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_that_nobody_set_up_is_told()
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Fault = _ => OpsException.Refused("Give Mail.ReadWrite.", "Donnez Mail.ReadWrite.");

        var failure = (await world.RunAsync()).Failures.ShouldHaveSingleItem();
        await world.RunAsync();

        failure.Fault.Message.ShouldBe("crm: Give Mail.ReadWrite.");
        var status = await world.StatusAsync("crm");
        (status.Problem!.Fr, status.IsPrecondition, status.Since).ShouldBe(("Donnez Mail.ReadWrite.", true, world.World.Time.Now));
        world.Told.ShouldBe(["Atelier Lumen · Rien n'arrive de CRM"]);

        world.Mailbox.Fault = null;
        await world.RunAsync();
        (await world.StatusAsync("crm")).Problem.ShouldBeNull();

        world.World.Time.Advance(Duration.FromDays(1));
        world.Mailbox.Fault = _ => OpsException.Refused("Give Mail.ReadWrite.", "Donnez Mail.ReadWrite.");
        await world.RunAsync();
        world.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_service_that_fails_is_told_only_when_it_lasts_and_left_alone_for_as_long_as_it_asks()
    {
        var world = new PullWorld(Crm);
        var asked = 0;
        world.Mailbox.Fault = _ =>
        {
            asked++;
            return new OpsException(FailureKind.Retriable, new("Busy.", "Occupé.")) { RetryAfter = TimeSpan.FromHours(1) };
        };

        await world.RunAsync();
        world.World.Time.Advance(Duration.FromMinutes(59));
        await world.RunAsync();
        asked.ShouldBe(1);
        world.World.Time.Advance(Duration.FromMinutes(1));
        await world.RunAsync();
        asked.ShouldBe(2);
        world.Told.ShouldBeEmpty();
        world.World.Time.Advance(Duration.FromHours(3));
        await world.RunAsync();

        world.Told.ShouldBe(["Atelier Lumen · Rien n'arrive de CRM"]);
    }

    [Theory]
    [InlineData("attachments")]
    [InlineData("move")]
    public async Task What_was_moved_before_a_look_failed_is_counted_and_told_once(string failing)
    {
        var world = new PullWorld(Crm);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before);
        world.Mailbox.Receive("noreply@hubspot.com", PullWorld.Before);
        world.Mailbox.Receive("other@example.com", PullWorld.Before + Duration.FromMinutes(1));
        var steps = 0;
        world.Mailbox.Fault = step => step == failing && ++steps == 2 ? OpsException.Retriable("Busy.", "Occupé.") : null;

        (await world.RunAsync()).Failures.Count.ShouldBe(1);
        world.Mailbox.Folders.ShouldBe(["Inbox/Done", "Inbox/Exports", "Inbox/Exports"]);
        var status = await world.StatusAsync("crm");
        (status.WithoutExport, status.Strangers, status.Problem!.En).ShouldBe((1, 0, "Busy."));
        world.Told.ShouldBe(["Atelier Lumen · CRM\u00a0: messages sans export"]);

        (await world.RunAsync()).Failures.ShouldBeEmpty();
        status = await world.StatusAsync("crm");
        (status.WithoutExport, status.Strangers, status.Problem).ShouldBe((2, 1, null));
        world.Told.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_place_that_fails_stops_no_other()
    {
        var world = new PullWorld(Crm + "\n  - {id: files, from: drive, drive: d}\n  - {id: link, from: url, link: \"https://example.com/a.csv\"}");
        world.Mailbox.Fault = _ => new InvalidOperationException("a defect");
        world.Drive.Put("f", "deals.csv", "x", PullWorld.Before);
        world.Web.Content = "y";
        world.Drop("deals.csv", "z");

        var report = await world.RunAsync();

        (report.Sent, report.Failures.Count).ShouldBe((3, 1));
        (await world.StatusAsync("crm")).Problem!.En.ShouldStartWith("Something unexpected went wrong (InvalidOperationException).");
    }
}
