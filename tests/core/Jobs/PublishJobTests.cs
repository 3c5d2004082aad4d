using System.Net;
using NodaTime;
using OpsAutomation.Core.Tests.Digests;
using OpsAutomation.Core.Tests.Publishing;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Jobs.DeadLetters;
using OpsAutomation.Jobs.Dispatch;
using OpsAutomation.Notices;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Jobs;

/// <summary>Documents that went live reach their wiki over the queue: once, whatever is delivered twice, is away or is killed.</summary>
public sealed class PublishJobTests
{
    private readonly WikiWorld wiki = new();
    private readonly InMemoryRegistry registry = new();
    private readonly InMemoryJobQueue queue = new();
    private readonly FakeMailer mailer = new();
    private readonly Crashes crashes = new();

    public PublishJobTests() => Register("active");

    private RegisteredEngagements Engagements => new(registry);

    private NoticeMail Mail => new(mailer, new Operator("operator@studio.example"));

    private DeadLetterBox Box => new(wiki.State, queue, wiki.Time);

    private PublishDispatcher Dispatcher
    {
        get
        {
            var state = crashes.Over(wiki.State);
            return new(new EngagementRound(Engagements, state, Mail, wiki.Time), state, new JobSender(crashes.Over(queue), wiki.Blobs), wiki.Publisher, wiki.Time);
        }
    }

    private PublishJobHandler Handler
    {
        get
        {
            var state = crashes.Over(wiki.State);
            var run = new JobRun(wiki.Blobs, Engagements, new DeadLetterBox(state, queue, wiki.Time), new DeadLetterNotice(Mail));
            return new(run, state, new JobSender(crashes.Over(queue), wiki.Blobs), wiki.Publisher, wiki.Time);
        }
    }

    [Fact]
    public async Task What_went_live_is_asked_for_once_published_and_not_asked_for_again()
    {
        await wiki.WriteAsync("sop-incident");
        (await Dispatcher.RunAsync()).Sent.ShouldBe(1);
        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);

        var message = queue.Take(JobQueues.Documents).ShouldHaveSingleItem();
        PublishJobHandler.IsFor(message).ShouldBeTrue();
        (await Handler.HandleAsync(message)).ShouldBeNull();

        wiki.Site.Posts.ShouldHaveSingleItem().Writes.ShouldBe(1);
        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);
        wiki.Rename("Nadia Blum");
        await wiki.WriteAsync("sop-incident");
        (await Dispatcher.RunAsync()).Sent.ShouldBe(1);
        await Handler.HandleAsync(queue.Take(JobQueues.Documents).ShouldHaveSingleItem());
        wiki.Site.Posts.ShouldHaveSingleItem().Writes.ShouldBe(2);
    }

    [Fact]
    public async Task A_message_that_is_delivered_again_writes_nothing()
    {
        await wiki.WriteAsync("sop-incident");
        await Dispatcher.RunAsync();
        var message = queue.Take(JobQueues.Documents).Single();
        await Handler.HandleAsync(message);
        var requests = wiki.Site.Requests.Count;

        await Handler.HandleAsync(message);

        (wiki.Site.Posts.ShouldHaveSingleItem().Writes, wiki.Site.Requests.Count).ShouldBe((1, requests));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_crash_at_any_effect_makes_one_page(bool after)
    {
        for (var at = 1; ; at++)
        {
            var other = new PublishJobTests();
            await other.wiki.WriteAsync("sop-incident");
            (other.crashes.At, other.crashes.After) = (at, after);
            while ((await other.Dispatcher.RunAsync()).Failures.Count > 0)
            {
            }

            foreach (var message in other.queue.Take(JobQueues.Documents))
            {
                for (var attempt = 0; attempt < JobWorld.MostAttempts; attempt++)
                {
                    try
                    {
                        await other.Handler.HandleAsync(message);
                        break;
                    }
                    catch (Exception fault) when (fault is CrashException or OpsException { Kind: FailureKind.Retriable })
                    {
                        // The host delivers it again, once what a killed run held is free.
                        other.wiki.Time.Advance(Duration.FromMinutes(4));
                    }
                }
            }

            other.wiki.Site.Posts.ShouldHaveSingleItem().Writes.ShouldBe(1, $"killed {(after ? "after" : "before")} effect {at}");
            (await other.Box.ListAsync(other.wiki.Engagement.Id).ToListAsync()).Where(letter => letter.IsOpen && letter.State != DeadLetterState.Failing).ShouldBeEmpty();
            if (other.crashes.Effects < at)
                return;
        }
    }

    [Fact]
    public async Task A_wiki_that_is_away_is_asked_again_later_without_a_page_too_many()
    {
        await wiki.WriteAsync("sop-incident");
        await Dispatcher.RunAsync();
        var message = queue.Take(JobQueues.Documents).Single();
        for (var i = 0; i < 20; i++)
            wiki.Site.Instead.Enqueue(new HttpResponseMessage(HttpStatusCode.ServiceUnavailable));

        (await Handler.HandleAsync(message)).ShouldBeNull();

        var later = queue.Sent.ShouldHaveSingleItem();
        later.Delay.ShouldBeGreaterThan(TimeSpan.Zero);
        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);
        wiki.Site.Instead.Clear();
        wiki.Time.Advance(Duration.FromMinutes(10));
        await Handler.HandleAsync(queue.Take(JobQueues.Documents).Single());
        wiki.Site.Posts.ShouldHaveSingleItem().Writes.ShouldBe(1);
    }

    [Fact]
    public async Task A_wiki_that_refuses_is_a_dead_letter_told_of_once_and_tried_again_the_next_day()
    {
        await wiki.WriteAsync("sop-incident");
        wiki.Site.Password = "revoked";
        await Dispatcher.RunAsync();

        (await Handler.HandleAsync(queue.Take(JobQueues.Documents).Single())).ShouldNotBeNull().Reason.En.ShouldContain("password");

        mailer.Delivered.Count.ShouldBe(1);
        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);
        wiki.Time.Advance(Duration.FromHours(2));
        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);
        wiki.Time.Advance(Duration.FromDays(1));
        (await Dispatcher.RunAsync()).Sent.ShouldBe(1);
    }

    [Theory]
    [InlineData("closed")]
    [InlineData("framing")]
    public async Task An_engagement_that_does_not_run_publishes_nothing(string state)
    {
        await wiki.WriteAsync("sop-incident");
        await Dispatcher.RunAsync();
        var message = queue.Take(JobQueues.Documents).Single();
        Register(state);

        (await Dispatcher.RunAsync()).Sent.ShouldBe(0);
        await Handler.HandleAsync(message);

        wiki.Site.Requests.ShouldBeEmpty();
    }

    private void Register(string state) => registry[wiki.Engagement.Id] = $"""
        id: atelier-lumen
        name: Atelier Lumen
        locale: fr-FR
        state: {state}
        start: 2026-10-12
        people: [{"{"}id: anna, name: Anna Keller, role: obm, email: anna@studio.example{"}"}]
        publishing:
          - {"{"}id: wiki, to: wordpress, site: "https://wiki.example.com", user: ops{"}"}
        """;
}
