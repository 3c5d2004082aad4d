using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Core.Tests.Jobs;

public sealed class DeadLetterTests
{
    private readonly JobWorld world = new JobWorld().WithLumen();

    [Fact]
    public async Task An_export_that_is_refused_is_kept_with_its_reason_and_told_once_however_often_it_comes()
    {
        await world.UploadAsync("holiday.png", "\u0089PNG\r\n");
        var message = world.Queue.Take(JobQueues.Exports).ShouldHaveSingleItem();

        for (var time = 0; time < 3; time++)
            await world.Exports.HandleAsync(message);

        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.State.ShouldBe(DeadLetterState.Dead);
        letter.Queue.ShouldBe(JobQueues.Exports);
        letter.Told.ShouldNotBeNull();
        var mail = world.Mailer.Delivered.Values.ShouldHaveSingleItem();
        mail.To.Address.ShouldBe("anna@studio.example");
        mail.Subject.ShouldBe($"Atelier Lumen · Un export n'a pas été importé · {letter.Id}");
        mail.Text.ShouldContain(letter.Reason.Fr);
        mail.Text.ShouldContain($"Corrigez la cause, puis relancez-le\u00a0: ops replay {letter.Id}");
        mail.Html.ShouldContain(letter.Id);
        world.Events.Taken.ShouldBe(["export.refused holiday.png"]);
        world.Queue.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_the_mend_a_replay_runs_it_again_and_the_dead_letter_is_mended()
    {
        await world.UploadAsync("hubspot-deals.csv", "\u0089PNG\r\n");
        await world.DrainAsync();
        var id = (await LettersAsync()).ShouldHaveSingleItem().Id;
        world.Blobs[JobWorld.Lumen, "inbox/hubspot-deals.csv"] = System.Text.Encoding.UTF8.GetBytes(JobWorld.Deals());

        (await world.Box.ReplayAsync(JobWorld.Lumen, id)).State.ShouldBe(DeadLetterState.Replayed);
        (await Should.ThrowAsync<OpsException>(() => world.Box.ReplayAsync(JobWorld.Lumen, id))).Kind.ShouldBe(FailureKind.Refused);
        await world.DrainAsync();

        world.Events.Of("export.ingested").Count.ShouldBe(1);
        (await LettersAsync()).ShouldHaveSingleItem().State.ShouldBe(DeadLetterState.Mended);
        (await Should.ThrowAsync<OpsException>(() => world.Box.ReplayAsync(JobWorld.Lumen, id))).Kind.ShouldBe(FailureKind.Refused);
    }

    [Fact]
    public async Task What_fails_again_after_its_replay_is_told_again_and_can_be_replayed_again()
    {
        await world.UploadAsync("hubspot-deals.csv", "\u0089PNG\r\n");
        await world.DrainAsync();
        var id = (await LettersAsync()).ShouldHaveSingleItem().Id;

        await world.Box.ReplayAsync(JobWorld.Lumen, id);
        await world.DrainAsync();

        world.Mailer.Delivered.Count.ShouldBe(2);
        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.State.ShouldBe(DeadLetterState.Dead);
        letter.Times.ShouldBe(2);
        (await world.Box.ReplayAsync(JobWorld.Lumen, id)).State.ShouldBe(DeadLetterState.Replayed);
    }

    [Fact]
    public async Task Poison_carries_the_reason_of_its_last_attempt_and_is_told_once()
    {
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        world.Blobs.Fault = (_, what) => what.StartsWith("write facts", StringComparison.Ordinal) ? new IOException("The disk is full.") : null;

        await world.DrainAsync();
        await world.Poison.ReportAsync("exports-poison", """{"engagement":"lumen","key":"upload/hubspot-deals.csv","path":"inbox/hubspot-deals.csv","file":"hubspot-deals.csv"}""");

        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.State.ShouldBe(DeadLetterState.Dead);
        letter.Reason.En.ShouldContain("hubspot-deals.csv stopped");
        world.Mailer.Delivered.Count.ShouldBe(1);

        world.Blobs.Fault = null;
        await world.Box.ReplayAsync(JobWorld.Lumen, letter.Id);
        await world.DrainAsync();
        (await LettersAsync()).ShouldHaveSingleItem().State.ShouldBe(DeadLetterState.Mended);
    }

    [Fact]
    public async Task A_message_that_fails_twice_and_then_succeeds_leaves_nothing()
    {
        await world.UploadAsync("hubspot-deals.csv", JobWorld.Deals());
        var failures = 2;
        world.Blobs.Fault = (_, what) => what.StartsWith("write facts", StringComparison.Ordinal) && failures-- > 0 ? new IOException("The disk is full.") : null;

        await world.DrainAsync();

        (await LettersAsync()).ShouldBeEmpty();
        world.Mailer.Delivered.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("no JSON at all")]
    [InlineData("{}")]
    [InlineData("""{"engagement":"_app","key":"kpis"}""")]
    [InlineData("""{"engagement":"nobody","key":"kpis"}""")]
    public async Task What_belongs_to_no_engagement_goes_to_the_operator_and_says_nothing_of_its_content(string message)
    {
        await world.Poison.ReportAsync("kpis-poison", message);
        await world.Poison.ReportAsync("kpis-poison", message);
        await world.Kpis.HandleAsync(message);

        (await LettersAsync(EngagementId.App)).ShouldHaveSingleItem().Message.ShouldBe(message);
        (await LettersAsync()).ShouldBeEmpty();
        var mail = world.Mailer.Delivered.Values.ShouldHaveSingleItem();
        mail.To.Address.ShouldBe("operator@studio.example");
        (mail.Subject + mail.Text + mail.Html).ShouldNotContain("nobody");
        mail.Text.ShouldContain("ops replay ");
    }

    [Fact]
    public async Task Poison_of_an_engagement_whose_file_has_errors_is_its_own_and_told_to_the_operator()
    {
        world.Registry.Put(JobWorld.Lumen, "id: lumen\nstart: never\n");

        await world.Kpis.HandleAsync("""{"engagement":"lumen","key":"kpis"}""");

        (await LettersAsync()).ShouldHaveSingleItem().Reason.En.ShouldContain("start");
        world.Mailer.Delivered.Values.ShouldHaveSingleItem().To.Address.ShouldBe("operator@studio.example");
    }

    [Fact]
    public async Task A_mailbox_that_refuses_does_not_keep_the_reason_from_being_stored_nor_the_message_from_ending()
    {
        world.Mailer.FailBefore = OpsException.Refused("The mailbox is not ours.", "La boîte n'est pas à nous.");
        await world.UploadAsync("holiday.png", "\u0089PNG\r\n");

        await world.DrainAsync();

        (await LettersAsync()).ShouldHaveSingleItem().Told.ShouldBeNull();
    }

    [Fact]
    public async Task A_replay_that_was_cut_short_is_ended_by_the_next()
    {
        await world.UploadAsync("holiday.png", "\u0089PNG\r\n");
        await world.DrainAsync();
        var id = (await LettersAsync()).ShouldHaveSingleItem().Id;
        foreach (var (at, after) in new[] { (1, true), (2, false), (2, true), (3, false) })
        {
            world.Crashes.At = world.Crashes.Effects + at;
            world.Crashes.After = after;
            await Should.ThrowAsync<CrashException>(() => world.Box.ReplayAsync(JobWorld.Lumen, id));

            (await world.Box.ReplayAsync(JobWorld.Lumen, id)).State.ShouldBe(DeadLetterState.Replayed);
            await world.DrainAsync();
            (await LettersAsync()).ShouldHaveSingleItem().State.ShouldBe(DeadLetterState.Dead);
        }
    }

    private async Task<List<DeadLetter>> LettersAsync(EngagementId? partition = null)
    {
        var letters = new List<DeadLetter>();
        await foreach (var letter in world.Box.ListAsync(partition ?? JobWorld.Lumen))
            letters.Add(letter);
        return letters;
    }
}
