using NodaTime;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>A mail service that is away for hours, then back.</summary>
public sealed class MailOutageTests
{
    private static readonly OpsException Away = OpsException.Retriable("The mail service is away.", "Le service de messagerie est absent.");
    private readonly JobWorld world = new JobWorld().WithLumen();

    [Theory]
    [InlineData(1)]
    [InlineData(180)]
    [InlineData(1200)]
    public async Task A_digest_that_meets_an_outage_leaves_once_when_the_service_is_back(int minutes)
    {
        world.Mailer.FailBefore = Away;
        var back = world.Time.Now + Duration.FromMinutes(minutes);
        await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);

        for (var timer = world.Time.Now; world.Mailer.Delivered.Count == 0;)
        {
            var (_, message, delay) = world.Queue.Sent.ShouldHaveSingleItem();
            world.Queue.Take(JobQueues.Digests);
            var due = world.Time.Now + Duration.FromTimeSpan(delay);
            for (; timer <= due; timer += Duration.FromMinutes(15))
            {
                world.Time.Now = timer;
                await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);
                world.Queue.Sent.ShouldBeEmpty();
            }

            world.Time.Now = due;
            if (due >= back)
                world.Mailer.FailBefore = null;
            await world.Digests.HandleAsync(message, TestContext.Current.CancellationToken);
        }

        world.Mailer.Delivered.Count.ShouldBe(1);
        world.Time.Now.ShouldBeLessThan(back + Duration.FromMinutes(31));
        (await LettersAsync()).ShouldBeEmpty();
        world.Queue.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(null, 30)]
    [InlineData(2, 2)]
    public async Task The_first_wait_is_half_a_minute_unless_it_is_set(int? set, int seconds)
    {
        var other = new JobWorld(waits: set is { } shortest ? new() { Shortest = Duration.FromSeconds(shortest) } : null).WithLumen();
        other.Mailer.FailBefore = Away;
        await other.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);

        await other.Digests.HandleAsync(other.Queue.Take(JobQueues.Digests).Single(), TestContext.Current.CancellationToken);

        other.Queue.Sent.ShouldHaveSingleItem().Delay.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task What_the_service_asks_to_wait_is_waited()
    {
        world.Mailer.FailBefore = new OpsException(FailureKind.Retriable, Away.Text) { RetryAfter = TimeSpan.FromMinutes(7) };
        await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);

        await world.Digests.HandleAsync(world.Queue.Take(JobQueues.Digests).Single(), TestContext.Current.CancellationToken);

        world.Queue.Sent.ShouldHaveSingleItem().Delay.ShouldBe(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public async Task After_a_day_the_host_has_the_last_attempts_and_people_are_told()
    {
        world.Mailer.FailBefore = Away;
        await world.SendDueDigests.RunAsync(TestContext.Current.CancellationToken);
        var message = world.Queue.Take(JobQueues.Digests).Single();
        await world.Digests.HandleAsync(message, TestContext.Current.CancellationToken);
        world.Queue.Take(JobQueues.Digests);
        world.Time.Advance(Duration.FromHours(25));

        await Should.ThrowAsync<OpsException>(() => world.Digests.HandleAsync(message, TestContext.Current.CancellationToken));
        world.Mailer.FailBefore = null;
        await world.Poison.ReportAsync(JobQueues.Digests + JobQueues.PoisonSuffix, message, TestContext.Current.CancellationToken);

        world.Queue.Sent.ShouldBeEmpty();
        var letter = (await LettersAsync()).ShouldHaveSingleItem();
        letter.State.ShouldBe(DeadLetterState.Dead);
        letter.Reason.ShouldBe(Away.Text);
        world.Mailer.Delivered.Values.ShouldHaveSingleItem().To.Address.ShouldBe("anna@studio.example");
    }

    private async Task<List<DeadLetter>> LettersAsync()
    {
        var letters = new List<DeadLetter>();
        await foreach (var letter in world.Box.ListAsync(JobWorld.Lumen, TestContext.Current.CancellationToken))
            letters.Add(letter);
        return letters;
    }
}
