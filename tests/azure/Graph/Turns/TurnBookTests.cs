using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Azure.Graph.Turns;
using OpsAutomation.Engagements;
using OpsAutomation.Testing;

namespace OpsAutomation.Azure.Tests.Graph.Turns;

public sealed class TurnBookTests
{
    private static Gen<TurnStep> Steps =>
        from instance in Gen.Choose(0, 1)
        from kind in Gen.Frequency(
            (3, Gen.Constant(TurnStepKind.Take)), (6, Gen.Constant(TurnStepKind.TakeToSend)), (8, Gen.Constant(TurnStepKind.Ask)),
            (6, Gen.Constant(TurnStepKind.GiveBack)), (6, Gen.Constant(TurnStepKind.Wait)), (1, Gen.Constant(TurnStepKind.Crash)))
        from amount in Gen.Choose(0, 200)
        select new TurnStep(instance, kind, amount);

    [Theory]
    [InlineData(4, 30)]
    [InlineData(4, 5)]
    [InlineData(3, 2)]
    [InlineData(1, 1)]
    public void Two_instances_never_go_over_the_limits_together_whatever_they_do_and_whenever_they_die(int atOnce, int perMinute) =>
        Prop.ForAll(Steps.ArrayOf(400).ToArbitrary(), steps =>
        {
            using var world = new TurnSimulation(atOnce, perMinute);
            foreach (var step in steps)
                Now(world.StepAsync(step));
            return world.MostAtOnce <= atOnce && world.MostInAMinute <= perMinute && Now(world.IsFreeAfterACrashAsync());
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public async Task Thirty_messages_leave_in_a_minute_whichever_instance_asks_and_the_next_when_it_is_over()
    {
        using var world = new TurnSimulation(4, 30);
        for (var i = 0; i < 40; i++)
        {
            foreach (var kind in new[] { TurnStepKind.TakeToSend, TurnStepKind.Ask, TurnStepKind.GiveBack })
                await world.StepAsync(new(i % 2, kind, 0));
        }

        world.Sends.ShouldBe(30);
        await world.StepAsync(new(0, TurnStepKind.Wait, 60_000 / 173));
        await world.StepAsync(new(0, TurnStepKind.TakeToSend, 0));
        await world.StepAsync(new(0, TurnStepKind.Ask, 0));
        world.Sends.ShouldBe(30);
        await world.StepAsync(new(0, TurnStepKind.Wait, 2));
        await world.StepAsync(new(0, TurnStepKind.TakeToSend, 0));
        await world.StepAsync(new(0, TurnStepKind.Ask, 0));
        world.Sends.ShouldBe(31);
    }

    [Fact]
    public async Task A_change_whose_answer_was_lost_takes_one_turn()
    {
        var (state, clock) = (new InMemoryStateStore(), new ManualTime());
        using var book = new TurnBook(state, new() { RequestsAtOnce = 1 }, clock, "ops@lumen.example");
        // The first commit happens, and is answered as if it had not.
        state.BeforeNextCommit = async () => (await Other(state, clock).TakeAsync("one", false, default)).Until.ShouldNotBeNull();

        (await book.TakeAsync("one", false, default)).Until.ShouldNotBeNull();

        (await book.TakeAsync("two", false, default)).Until.ShouldBeNull();
        await book.GiveBackAsync("one", false, null, default);
        (await book.TakeAsync("two", false, default)).Until.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_pause_that_one_instance_was_asked_for_is_known_to_the_other()
    {
        var (state, clock) = (new InMemoryStateStore(), new ManualTime());
        using var one = Other(state, clock);
        using var two = Other(state, clock);
        await one.TakeAsync("one", false, default);
        await one.GiveBackAsync("one", false, clock.GetUtcNow().AddSeconds(100), default);

        (await two.TakeAsync("two", false, default)).PausedUntil.ShouldBe(clock.GetUtcNow().AddSeconds(100));

        clock.Advance(NodaTime.Duration.FromSeconds(100));
        (await two.TakeAsync("two", false, default)).PausedUntil.ShouldBeNull();
    }

    [Fact]
    public async Task A_clock_that_was_a_day_ahead_holds_no_mailbox_for_a_day()
    {
        var state = new InMemoryStateStore();
        var (wrong, right) = (new ManualTime(), new ManualTime());
        wrong.Advance(NodaTime.Duration.FromDays(1));
        using var one = new TurnBook(state, new() { RequestsAtOnce = 1, MailPerMinute = 1 }, wrong, "ops@lumen.example");
        using var two = new TurnBook(state, new() { RequestsAtOnce = 1, MailPerMinute = 1 }, right, "ops@lumen.example");
        await one.TakeAsync("sent", true, default);
        await one.GiveBackAsync("sent", true, null, default);
        await one.TakeAsync("left", false, default);

        (await two.TakeAsync("two", true, default)).Until.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_turn_costs_two_reads_and_two_writes_of_one_record_that_names_no_mailbox()
    {
        var (state, clock) = (new InMemoryStateStore(), new ManualTime());
        using var book = Other(state, clock);
        await book.TakeAsync("one", true, default);
        await book.GiveBackAsync("one", true, null, default);

        state.Operations.ShouldBe(4);
        var entry = state.All(EngagementId.App).ShouldHaveSingleItem();
        entry.Key.Collection.ShouldBe("mailbox-turns");
        entry.Key.Id.ShouldMatch("^[0-9a-f]{64}$");
        (entry.Key.Id + entry.Value).ShouldNotContain("lumen");
    }

    private static TurnBook Other(InMemoryStateStore state, ManualTime clock) => new(state, new(), clock, "ops@lumen.example");

    // State and clock of the simulation never wait.
    private static T Now<T>(Task<T> task) => task.IsCompleted ? task.GetAwaiter().GetResult() : throw new InvalidOperationException("Something waits.");

    private static void Now(Task task)
    {
        if (!task.IsCompleted)
            throw new InvalidOperationException("Something waits.");
        task.GetAwaiter().GetResult();
    }
}
