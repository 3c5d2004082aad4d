using NodaTime;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator.Faults;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>A digest from its record to Sent Items: two records and a mailbox that must agree wherever it is cut.</summary>
public sealed class DigestByGraphTests : IAsyncLifetime
{
    private const string File = "documents/fr/raci/v1.docx";
    private readonly InMemoryBlobStore blobs = new();
    private MailWorld world = null!;

    public async ValueTask InitializeAsync()
    {
        world = await MailWorld.StartAsync();
        blobs[world.Engagement, File] = new byte[40_000];
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task Cut_at_any_operation_on_state_the_digest_is_mailed_once_and_its_record_says_so()
    {
        await Sender().SendAsync(Context(0));
        var operations = world.State.Operations;
        operations.ShouldBeGreaterThan(15);
        for (var fatal = 1; fatal <= operations; fatal++)
        {
            var from = world.State.Operations;
            var at = fatal;
            world.State.Fault = (number, _) =>
            {
                if (number - from < at)
                    return null;
                world.Emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Times = 0 });
                return new IOException("Killed.");
            };
            var context = Context(fatal);
            await Should.ThrowAsync<Exception>(() => Sender().SendAsync(context));
            world.State.Fault = null;
            world.Emulator.Faults.Clear();

            await SendUntilDoneAsync(context);
            (await SendUntilDoneAsync(context)).AlreadySent.ShouldBeTrue();
            world.Settled().ShouldAllBe(message => !message.IsDraft);
            world.Emulator.Mail.Delivered.Count.ShouldBe(fatal + 1);
            var record = (await new DigestLedger(world.State).FindAsync(world.Engagement, context.Recipient.Id, context.Period))!;
            record.Revisions.ShouldHaveSingleItem().IsSent.ShouldBeTrue();
            world.Emulator.Mail.Delivered[^1].Key.ShouldBe(record.Revisions[0].Key);
            world.Emulator.Mail.Delivered[^1].Attachments.ShouldBe(["RACI v1.docx"]);
        }
    }

    [Fact]
    public async Task A_missing_permission_leaves_no_record_and_the_mended_digest_is_the_one_of_its_day()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 403, Code = "ErrorAccessDenied" });
        (await Should.ThrowAsync<OpsException>(() => Sender().SendAsync(Context(1)))).Kind.ShouldBe(FailureKind.Refused);

        var mended = Context(1) with { Recipient = Context(1).Recipient with { Name = "Claire" } };
        await SendUntilDoneAsync(mended);

        var sent = world.Settled().ShouldHaveSingleItem();
        (sent.IsDraft, sent.To.Single().Name).ShouldBe((false, "Claire"));
    }

    [Fact]
    public async Task The_draft_for_review_and_the_digest_are_two_mails_each_once()
    {
        var context = Context(2) with { Recipient = Context(2).Recipient with { ReviewRequired = true } };
        var engagement = context.Engagement with { Recipients = [context.Recipient] };
        var clock = new ManualTime(Instant.FromUtc(2026, 11, 23, 7, 0));
        for (var i = 0; i < 3; i++)
            await new DigestRun(world.State, Sender(), clock).SendDueAsync(engagement, (_, _, _) => Task.FromResult(context));
        await Sender().ApproveAsync(context, "camille", sentence: "Bravo.");
        await new DigestRun(world.State, Sender(), clock).SendDueAsync(engagement, (_, _, _) => Task.FromResult(context));

        world.Emulator.Mail.Delivered.Select(mail => mail.To.Single()).ShouldBe(["camille@obm.example", "reader2@lumen.example"]);
        world.Settled().Select(message => message.Subject.StartsWith("À relire · ", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    private DigestSender Sender() => new(world.State, world.Mailer(), world.Clock);

    private async Task<DigestReceipt> SendUntilDoneAsync(DigestContext context)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await Sender().SendAsync(context);
            }
            catch (OpsException error) when (error.Kind == FailureKind.Retriable && attempt < 10)
            {
                world.Clock.Advance(Duration.FromMinutes(1));
            }
        }
    }

    private DigestContext Context(int reader) => new()
    {
        Engagement = new()
        {
            Id = world.Engagement,
            Name = "Atelier Lumen",
            Locale = Locale.FrFr,
            Currency = "EUR",
            Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"],
            Start = new(2026, 10, 12),
            Sender = MailWorld.Box,
            People = [new("camille", "Camille Roux", PersonRole.Obm, Email: "camille@obm.example")],
        },
        Recipient = new() { Id = $"reader{reader}", Name = "Paul Lumen", Email = $"reader{reader}@lumen.example", Locale = Locale.FrFr, AttachDocuments = true },
        Today = new(2026, 11, 23),
        Documents = [new("RACI", 1, new(2026, 11, 20)) { File = File }],
        Files = new(blobs),
    };
}
