using OpsAutomation.Core.Tests.Documents.Life;
using OpsAutomation.Core.Tests.Jobs;

namespace OpsAutomation.Core.Tests.Documents.Asking;

/// <summary>The process dies before and after each effect, two look at the same moment, or an address takes no mail: each person is asked once all the same.</summary>
public sealed class AskCrashTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_effect_asks_everybody_once(bool after)
    {
        var clean = await AskedAsync(0, after);
        clean.Effects.ShouldBeGreaterThanOrEqualTo(9);
        for (var at = 1; at <= clean.Effects; at++)
            (await AskedAsync(at, after)).Asked.ShouldBe(clean.Asked, $"killed {(after ? "after" : "before")} effect {at}");
    }

    [Fact]
    public async Task Two_runs_at_the_same_moment_ask_everybody_once()
    {
        var world = new AskWorld();
        await world.LiveAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(world.AskAsync)));

        world.Mails.Count.ShouldBe(2);
        (await world.Book.ListAsync(world.Life.Engagement.Id)).ShouldAllBe(record => record.Pending == null && record.Asked.Count == 1);
    }

    [Fact]
    public async Task An_address_that_takes_no_mail_keeps_nobody_else_from_being_asked()
    {
        var world = new AskWorld();
        await world.LiveAsync();
        world.Mailer.Refuses = (_, mail) => mail.To.Address.StartsWith("ines", StringComparison.Ordinal) ? OpsException.Refused("No such address.", "Adresse inconnue.") : null;

        (await Should.ThrowAsync<OpsException>(world.AskAsync)).Message.ShouldBe("No such address.");
        world.Mails.ShouldHaveSingleItem().To.Address.ShouldStartWith("samir");
        world.Mailer.Refuses = null;

        (await world.AskAsync()).ShouldHaveSingleItem().Person.Id.ShouldBe("ines");
    }

    [Fact]
    public async Task A_mail_that_was_recorded_and_never_left_is_dropped_where_its_content_is_gone()
    {
        var world = new AskWorld();
        await world.LiveAsync();
        world.Mailer.FailBefore = OpsException.Retriable("Away.", "Absent.");
        await Should.ThrowAsync<OpsException>(world.AskAsync);
        world.Mailer.FailBefore = null;
        world.Life.ChangePeople("Samira Haddad");
        await world.LiveAsync();

        await world.AskAsync();

        world.Mails.Count.ShouldBe(2);
        world.Mails.ShouldAllBe(mail => mail.Text.Contains("version 2"));
    }

    [Fact]
    public async Task What_counts_as_sent_in_a_restored_home_is_not_asked_again_and_what_comes_later_is()
    {
        var world = new AskWorld();
        await world.LiveAsync();

        (await world.Asks.CountAsSentAsync(world.Life.Engagement)).Select(person => person.Id).ShouldBe(["ines", "samir"], ignoreOrder: true);
        (await world.Asks.CountAsSentAsync(world.Life.Engagement)).ShouldBeEmpty();

        (await world.AskAsync()).ShouldBeEmpty();
        world.Mails.ShouldBeEmpty();
        world.Life.ChangePeople("Samira Haddad");
        await world.LiveAsync();
        (await world.AskAsync()).Count.ShouldBe(2);
    }

    // A draft to approve, then the same in force to read; every step again until it goes through.
    private static async Task<(int Effects, IReadOnlyList<string> Asked)> AskedAsync(int at, bool after)
    {
        var world = new AskWorld();
        world.Crashes.At = at;
        world.Crashes.After = after;
        await world.Life.WriteAsync();
        await JobWorld.TickAsync(() => world.AskAsync());
        await world.Life.ApproveAsync();
        await JobWorld.TickAsync(() => world.AskAsync());
        await JobWorld.TickAsync(() => world.AskAsync());
        return (world.Crashes.Effects, world.Asked());
    }
}
