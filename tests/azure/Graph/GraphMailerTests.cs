using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.GraphEmulator.Faults;

namespace OpsAutomation.Azure.Tests.Graph;

public sealed class GraphMailerTests : IAsyncLifetime
{
    private MailWorld world = null!;

    public async ValueTask InitializeAsync() => world = await MailWorld.StartAsync();

    public ValueTask DisposeAsync() => world.DisposeAsync();

    [Fact]
    public async Task A_mail_leaves_once_with_what_it_says_and_the_second_request_says_where_it_is()
    {
        var first = await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
        var second = await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        second.ShouldBe(first);
        var sent = world.Settled().ShouldHaveSingleItem();
        first.ShouldBe($"graph:{MailWorld.Box}/{sent.ImmutableId}");
        sent.IsDraft.ShouldBeFalse();
        (sent.Subject, sent.From!.Address, sent.From.Name).ShouldBe((MailWorld.Message.Subject, MailWorld.Box, "Camille Roux"));
        (sent.To.Single().Address, sent.ReplyTo.Single().Address).ShouldBe(("paul@atelier-lumen.example", "camille@obm.example"));
        sent.Html.ShouldBe(MailWorld.Message.Html + "\n");
        sent.Text.ShouldBe("Titre\n\nÉchu impayé +9\u202f800\u00a0€");
        world.Emulator.Mail.Delivered.ShouldHaveSingleItem().Key.ShouldBe(MailWorld.Key);
    }

    [Fact]
    public async Task Every_request_about_a_message_asks_for_the_id_that_moves_do_not_change()
    {
        await world.SendUntilDoneAsync(MailWorld.Message);

        var requests = world.Emulator.Requests.All;
        requests.Select(request => request.Method).ShouldBe(["POST", "PATCH", "POST", "GET"]);
        requests.ShouldAllBe(request => request.Prefer == "IdType=\"ImmutableId\"");
    }

    [Fact]
    public async Task Files_below_3_MB_go_in_one_request_and_above_by_upload_session()
    {
        var small = new byte[2_000_000];
        var large = new byte[9_000_001];
        new Random(7).NextBytes(large);
        var message = MailWorld.Message with
        {
            Attachments = [new("Revue.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", small), new("Procédure d’été.docx", "application/octet-stream", large)],
        };

        await world.SendUntilDoneAsync(message);

        var files = world.Settled().Single().Attachments;
        files.Select(file => file.Name).ShouldBe(["Revue.docx", "Procédure d’été.docx"]);
        files[0].Content.ShouldBe(small);
        files[1].Content.ShouldBe(large);
        world.Emulator.Requests.All.Count(request => request.Method == "PUT").ShouldBe(3);
    }

    [Fact]
    public async Task A_send_whose_answer_was_lost_is_looked_up_and_not_repeated()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Path = "/send$" });

        // It left, and looks like a draft until it has moved.
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        world.Clock.Advance(Duration.FromSeconds(6));
        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(FaultKind.Status)]
    [InlineData(FaultKind.CutBefore)]
    public async Task A_send_that_was_never_taken_is_repeated_once_the_message_had_time_to_move(FaultKind kind)
    {
        world.Emulator.Faults.Add(new() { Kind = kind, Path = "/send$", Status = 503 });

        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        world.Clock.Advance(Duration.FromSeconds(119));
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        world.Emulator.Mail.Delivered.ShouldBeEmpty();
        world.Clock.Advance(Duration.FromSeconds(1));
        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_without_key_left_by_a_crash_is_replaced_and_swept()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "POST", Path = "/messages$" });

        await world.SendUntilDoneAsync(MailWorld.Message);

        world.Settled().ShouldHaveSingleItem().IsDraft.ShouldBeFalse();
    }

    [Fact]
    public async Task A_draft_with_key_is_found_and_sent_once_the_filter_shows_it()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "PATCH" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        var draft = world.Emulator.Mail.Of(MailWorld.Box).Messages.Single().ImmutableId;
        world.Clock.Advance(Duration.FromSeconds(31));

        (await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message)).ShouldEndWith(draft);
        world.Settled().Count.ShouldBe(1);
    }

    [Fact]
    public async Task While_the_filter_lags_another_draft_is_sent_and_the_first_one_swept()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "PATCH" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Settled().ShouldHaveSingleItem().IsDraft.ShouldBeFalse();
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_persons_draft_is_never_swept()
    {
        var box = world.Emulator.Mail.Of(MailWorld.Box);
        var own = world.Emulator.Mail.Add(box, "drafts");
        (own.Subject, own.InternetMessageId) = (MailWorld.Message.Subject, "<0123456789abcdef0123456789abcdef@elsewhere.example>");
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "POST", Path = "/messages$" });

        await world.SendUntilDoneAsync(MailWorld.Message);

        world.Settled().Count(message => message.IsDraft).ShouldBe(1);
        box.FindMessage(own.ImmutableId).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_message_that_is_gone_is_looked_for_during_a_day_and_never_made_again()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Path = "/send$" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        world.Emulator.Mail.Of(MailWorld.Box).Messages.Clear();

        for (var hour = 0; hour < 24; hour++)
        {
            (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
            world.Clock.Advance(Duration.FromHours(1));
        }

        var lost = await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        (lost.Kind, lost.Text.En.Contains("not sent again by itself", StringComparison.Ordinal)).ShouldBe((FailureKind.Refused, true));
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Refused);
        world.Emulator.Requests.All.Count(request => request.Method == "POST" && request.Path.EndsWith("/messages", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_is_nowhere_while_it_moves_has_left()
    {
        world.Emulator.Settings.HiddenWhileMoving = true;
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Path = "/send$" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        world.Clock.Advance(Duration.FromSeconds(6));

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("/messages$")]
    [InlineData("PATCH")]
    [InlineData("/attachments$")]
    public async Task A_request_that_something_on_the_way_repeats_leaves_one_mail_and_no_draft(string which)
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Twice, Method = which == "PATCH" ? which : "POST", Path = which == "PATCH" ? null : which });

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message with { Attachments = [new("Revue.docx", "application/octet-stream", new byte[10])] });

        world.Settled().ShouldHaveSingleItem().IsDraft.ShouldBeFalse();
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_a_person_deleted_is_not_sent_and_one_that_she_puts_back_is()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 403, Code = "ErrorAccessDenied" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        var draft = world.Emulator.Mail.Of(MailWorld.Box).Messages.Single();
        draft.Folder = "F-deleteditems";

        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Retriable);
        world.Emulator.Mail.Delivered.ShouldBeEmpty();
        draft.Folder = "F-drafts";
        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_a_person_sent_by_hand_counts_as_sent()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutBefore, Path = "/send$" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        var box = world.Emulator.Mail.Of(MailWorld.Box);
        world.Emulator.Mail.Accept(box, box.Messages.Single());
        world.Clock.Advance(Duration.FromMinutes(5));

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);

        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_draft_that_was_overtaken_while_a_permission_was_missing_is_replaced_by_what_is_wanted_now()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 403, Code = "ErrorAccessDenied" });
        (await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message))).Kind.ShouldBe(FailureKind.Refused);

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message with { Subject = "Rectifié" });

        var sent = world.Settled().ShouldHaveSingleItem();
        (sent.Subject, sent.IsDraft).ShouldBe(("Rectifié", false));
    }

    [Fact]
    public async Task A_draft_in_Deleted_Items_is_not_taken_up_again_for_the_one_that_replaces_it()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Status, Path = "/send$", Status = 403, Code = "ErrorAccessDenied" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message));
        var mended = MailWorld.Message with { Subject = "Rectifié" };
        world.Emulator.Faults.Add(new() { Kind = FaultKind.CutAfter, Method = "DELETE" });
        await Should.ThrowAsync<OpsException>(() => world.Mailer().SendAsync(world.Engagement, MailWorld.Key, mended));
        world.Clock.Advance(Duration.FromMinutes(5));

        await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, mended);

        world.Settled().ShouldHaveSingleItem().Subject.ShouldBe("Rectifié");
        world.Emulator.Mail.Delivered.ShouldHaveSingleItem().Subject.ShouldBe("Rectifié");
    }

    [Fact]
    public async Task Two_senders_at_once_send_one_mail_and_the_second_backs_off()
    {
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Slow, Method = "POST", Path = "/messages$", DelayMilliseconds = 300 });

        var attempts = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            try
            {
                await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
                return (FailureKind?)null;
            }
            catch (OpsException error)
            {
                return error.Kind;
            }
        })).ToList();
        var results = await Task.WhenAll(attempts);

        results.Count(result => result is null).ShouldBe(1);
        results.Count(result => result == FailureKind.Retriable).ShouldBe(2);
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_sender_that_slept_through_its_lease_finds_out_before_it_sends()
    {
        var slow = world.Mailer();
        var awake = new TaskCompletionSource();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        world.Emulator.Faults.Add(new() { Kind = FaultKind.Slow, Method = "PATCH", Until = awake.Task });
        var sleeping = slow.SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
        try
        {
            while (!world.Emulator.Requests.All.Any(request => request.Method == "PATCH"))
                await Task.Delay(10, patience.Token);
            world.Clock.Advance(Duration.FromMinutes(2));

            await world.Mailer().SendAsync(world.Engagement, MailWorld.Key, MailWorld.Message);
        }
        finally
        {
            awake.SetResult();
        }

        (await Should.ThrowAsync<OpsException>(() => sleeping)).Kind.ShouldBe(FailureKind.Retriable);
        world.Emulator.Mail.Delivered.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_mailbox_of_another_tenant_and_name_is_the_one_of_the_message()
    {
        await world.SendUntilDoneAsync(MailWorld.Message with { From = new("other@client.example"), SenderTenant = "client.example" });

        world.Emulator.Mail.Delivered.Single().Mailbox.ShouldBe("other@client.example");
    }
}
