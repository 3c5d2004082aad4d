using OpsAutomation.FunctionsRuntime.Timers;

namespace OpsAutomation.Conformance;

/// <summary>What every memory of timers keeps: the same tests run on each.</summary>
public abstract class TimerStoreConformance
{
    protected static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);
    private static readonly DateTimeOffset Eight = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);
    private static readonly TimerRecord Begun = new(null, Eight.AddMinutes(15), Eight);

    /// <summary>The memory as one more app sees it.</summary>
    protected abstract ITimerStore Open();

    /// <summary>Lets time pass for the claims.</summary>
    protected abstract Task PassAsync(TimeSpan time);

    [Fact]
    public async Task What_is_seen_for_the_first_time_is_remembered_and_stays()
    {
        var store = Open();
        (await store.FindAsync("Tick")).ShouldBeNull();
        await store.BeginAsync("Tick", Begun);
        await Open().BeginAsync("Tick", Begun with { Updated = Eight.AddDays(1) });

        (await Open().FindAsync("Tick")).ShouldBe(Begun);
        (await store.FindAsync("Tock")).ShouldBeNull();
    }

    [Fact]
    public async Task A_run_is_remembered_for_whoever_comes_next()
    {
        var store = Open();
        await store.BeginAsync("Tick", Begun);
        var claim = (await store.ClaimAsync("Tick", Lease))!;
        var ran = new TimerRecord(Eight.AddMinutes(15), Eight.AddMinutes(30), Eight.AddMinutes(16));

        (await store.SaveAsync("Tick", claim, ran)).ShouldBeTrue();
        await store.ReleaseAsync("Tick", claim);

        (await Open().FindAsync("Tick")).ShouldBe(ran);
    }

    [Fact]
    public async Task A_claim_keeps_others_out_until_it_is_given_up()
    {
        var (one, other) = (Open(), Open());
        await one.BeginAsync("Tick", Begun);
        await one.BeginAsync("Tock", Begun);
        var claim = (await one.ClaimAsync("Tick", Lease))!;

        (await other.ClaimAsync("Tick", Lease)).ShouldBeNull();
        (await one.ClaimAsync("Tick", Lease)).ShouldBeNull();
        (await other.ClaimAsync("Tock", Lease)).ShouldNotBeNull();
        (await one.RenewAsync("Tick", claim, Lease)).ShouldBeTrue();
        await one.ReleaseAsync("Tick", claim);
        (await other.ClaimAsync("Tick", Lease)).ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_several_that_claim_at_once_one_succeeds()
    {
        await Open().BeginAsync("Tick", Begun);

        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Open().ClaimAsync("Tick", Lease))));

        claims.Count(claim => claim is not null).ShouldBe(1);
    }

    [Fact]
    public async Task The_claim_of_one_that_died_is_taken_over_and_is_worth_nothing_then()
    {
        var (one, other) = (Open(), Open());
        await one.BeginAsync("Tick", Begun);
        var lost = (await one.ClaimAsync("Tick", Lease))!;
        await PassAsync(Lease * 1.1);

        var claim = (await other.ClaimAsync("Tick", Lease)).ShouldNotBeNull();

        (await one.RenewAsync("Tick", lost, Lease)).ShouldBeFalse();
        (await one.SaveAsync("Tick", lost, Begun with { Last = Eight })).ShouldBeFalse();
        await one.ReleaseAsync("Tick", lost);
        (await other.RenewAsync("Tick", claim, Lease)).ShouldBeTrue();
        (await other.FindAsync("Tick")).ShouldBe(Begun);
    }
}
