using System.Net;
using NodaTime;
using OpsAutomation.Audit;
using OpsAutomation.Documents;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;
using OpsAutomation.Publishing;
using OpsAutomation.Testing.WordPress;

namespace OpsAutomation.Core.Tests.Publishing;

public sealed class WikiPublisherTests
{
    private readonly WikiWorld world = new();

    private WordPressSite Site => world.Site;

    [Fact]
    public async Task A_document_in_force_becomes_a_page_and_a_second_run_asks_for_nothing()
    {
        await world.WriteAsync("sop-incident");

        var first = await world.PublishAsync();
        var requests = Site.Requests.Count;
        var second = await world.PublishAsync();

        var page = Site.Posts.ShouldHaveSingleItem();
        (page.Slug, page.Title, page.Status).ShouldBe(("atelier-lumen-fr-sop-incident", "Procédure\u00a0: gestion d'un incident", "private"));
        page.Content.ShouldStartWith("<!-- wp:html -->\n<div lang=\"fr-FR\">\n");
        page.Content.ShouldContain("<h2>");
        page.Content.ShouldNotContain("<h1");
        page.Content.ShouldNotContain("<style");
        first.Changed.ShouldHaveSingleItem().Url.ShouldBe("https://wiki.example.com/atelier-lumen-fr-sop-incident/");
        (second.Changed.Count, second.Unchanged, Site.Requests.Count).ShouldBe((0, 1, requests));
        (await world.Publisher.IsDueAsync(world.Engagement, WikiWorld.Target)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_new_version_replaces_the_page_in_place()
    {
        await world.WriteAsync("sop-incident");
        await world.PublishAsync();
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");
        (await world.Publisher.IsDueAsync(world.Engagement, WikiWorld.Target)).ShouldBeTrue();

        (await world.PublishAsync()).Changed.ShouldHaveSingleItem().Version.ShouldBe(2);

        var page = Site.Posts.ShouldHaveSingleItem();
        page.Writes.ShouldBe(2);
        page.Content.ShouldContain("Nadia Blum");
    }

    [Fact]
    public async Task What_people_changed_in_the_wiki_is_left_to_them_and_shown_until_they_decide()
    {
        await world.WriteAsync("sop-incident");
        await world.PublishAsync();
        Site.Posts[0].Content = Site.Posts[0].Content.Replace("</div>", "<p>Appeler Samir d'abord.</p></div>", StringComparison.Ordinal);
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");

        (await world.PublishAsync()).Conflicts.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Edited);
        var requests = Site.Requests.Count;
        (await world.PublishAsync()).Conflicts.Count.ShouldBe(1);
        Site.Requests.Count.ShouldBe(requests);
        Site.Posts[0].Content.ShouldContain("Appeler Samir");
        (await world.Publisher.IsDueAsync(world.Engagement, WikiWorld.Target)).ShouldBeFalse();

        (await world.PublishAsync(new() { Overwrite = "sop-incident", By = "Anna" })).Changed.ShouldHaveSingleItem();
        Site.Posts.ShouldHaveSingleItem().Content.ShouldContain("Nadia Blum");
        Site.Posts[0].Content.ShouldNotContain("Appeler Samir");
        (await new AuditLog(world.State).ListAsync(world.Engagement.Id).ToListAsync()).ShouldContain(entry => entry.Action == AuditAction.PageOverwritten && entry.Subject == "wiki/fr/sop-incident");
    }

    [Fact]
    public async Task A_title_that_people_changed_counts_too_and_what_they_take_back_goes_on()
    {
        await world.WriteAsync("sop-incident");
        await world.PublishAsync();
        var title = Site.Posts[0].Title;
        Site.Posts[0].Title = "Incidents";
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");
        (await world.PublishAsync()).Conflicts.Count.ShouldBe(1);

        Site.Posts[0].Title = title;

        (await world.PublishAsync(new() { Rechecks = true })).Changed.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Published);
    }

    [Fact]
    public async Task A_page_that_people_removed_is_not_made_again_by_itself()
    {
        await world.WriteAsync("sop-incident");
        await world.PublishAsync();
        (Site.Posts[0].Status, Site.Posts[0].Slug) = ("trash", "x__trashed");
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");

        (await world.PublishAsync()).Conflicts.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Removed);
        Site.Posts.Count.ShouldBe(1);
        (await world.PublishAsync(new() { Overwrite = "sop-incident" })).Changed.Count.ShouldBe(1);
        Site.Posts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_page_of_somebody_elses_under_the_same_address_is_not_touched()
    {
        Site.Add("atelier-lumen-fr-sop-incident", "Ours", "<p>By hand.</p>");
        await world.WriteAsync("sop-incident");

        (await world.PublishAsync()).Conflicts.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Taken);

        Site.Posts.ShouldHaveSingleItem().Writes.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_answer_that_was_lost_makes_neither_a_second_page_nor_a_conflict(bool onReplacing)
    {
        await world.WriteAsync("sop-incident");
        if (onReplacing)
        {
            await world.PublishAsync();
            world.Rename("Nadia Blum");
            await world.WriteAsync("sop-incident");
        }

        Site.LosesNextAnswer = true;
        (await Should.ThrowAsync<OpsException>(() => world.PublishAsync())).Kind.ShouldBe(FailureKind.Retriable);

        var report = await world.PublishAsync();
        (report.Changed.Count, report.Conflicts.Count, Site.Posts.Count).ShouldBe((1, 0, 1));
        (await world.PublishAsync()).Unchanged.ShouldBe(1);
    }

    [Fact]
    public async Task A_site_that_filters_content_is_no_site_that_people_edited()
    {
        Site.Filter = content => content.Replace(" class=\"box\"", "", StringComparison.Ordinal).Replace("&amp;", "&#038;", StringComparison.Ordinal);
        await world.WriteAsync("playbook-outage");
        await world.PublishAsync();
        world.Rename("Nadia Blum");
        await world.WriteAsync("playbook-outage");

        var report = await world.PublishAsync();

        (report.Changed.Count, report.Conflicts.Count).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Drafts_are_never_published_and_a_retired_document_takes_its_page_to_the_bin()
    {
        await world.WriteAsync("sop-incident");
        await world.SetStatusAsync("sop-incident", DocumentStatus.Draft);
        (await world.PublishAsync()).Changed.ShouldBeEmpty();
        Site.Posts.ShouldBeEmpty();
        await world.WriteAsync("sop-complaint");
        await world.PublishAsync();
        await world.SetStatusAsync("sop-complaint", DocumentStatus.Retired);
        (await world.Publisher.IsDueAsync(world.Engagement, WikiWorld.Target)).ShouldBeTrue();

        (await world.PublishAsync()).Changed.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Retired);

        Site.Posts.ShouldHaveSingleItem().Status.ShouldBe("trash");
        (await world.PublishAsync()).Changed.ShouldBeEmpty();
    }

    [Fact]
    public async Task Agendas_are_left_out_and_a_target_has_the_languages_and_kinds_it_names()
    {
        foreach (var kind in new[] { "weekly-ops-agenda", "sop-incident", "raci" })
        {
            await world.WriteAsync(kind);
            await world.WriteAsync(kind, Language.English);
        }

        await world.PublishAsync();
        Site.Posts.Select(post => post.Slug).ShouldBe(["atelier-lumen-fr-raci", "atelier-lumen-fr-sop-incident"], ignoreOrder: true);

        await world.PublishAsync(target: WikiWorld.Target with { Languages = [Language.English], Kinds = ["raci", "weekly-ops-agenda"], Visibility = "publish", Parent = 7, TellsLanguage = true });
        var english = Site.Posts.Single(post => post.Slug == "atelier-lumen-en-raci");
        (english.Status, english.Parent, english.Lang).ShouldBe(("publish", 7, "en"));
        Site.Posts.Count.ShouldBe(4);
    }

    [Fact]
    public async Task Two_runs_at_once_do_not_publish_to_the_same_place()
    {
        await world.WriteAsync("sop-incident");
        await world.State.CommitAsync(world.Engagement.Id, [StateChange.Put(new("publishing-claims", "wiki"), "\"2026-11-23T09:02:00Z\"")]);

        var busy = await Should.ThrowAsync<OpsException>(() => world.PublishAsync());
        (busy.Kind, busy.RetryAfter).ShouldBe((FailureKind.Retriable, TimeSpan.FromMinutes(2)));
        world.Time.Advance(Duration.FromMinutes(3));
        (await world.PublishAsync()).Changed.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(401, FailureKind.Refused, "application password")]
    [InlineData(403, FailureKind.Refused, "role Editor")]
    [InlineData(404, FailureKind.Refused, "not the WordPress REST API")]
    [InlineData(301, FailureKind.Refused, "redirects")]
    [InlineData(400, FailureKind.Refused, "status 400")]
    [InlineData(429, FailureKind.Retriable, "did not answer")]
    [InlineData(503, FailureKind.Retriable, "did not answer")]
    [InlineData(200, FailureKind.Refused, "not the WordPress REST API")]
    public async Task A_failure_says_what_to_do_and_whether_it_passes(int status, FailureKind kind, string expected)
    {
        await world.WriteAsync("sop-incident");
        Site.Instead.Enqueue(new((HttpStatusCode)status) { Content = new StringContent("<html>Samir Haddad</html>") });

        var failure = await Should.ThrowAsync<OpsException>(() => world.PublishAsync());

        (failure.Kind, failure.Text.En.Contains(expected, StringComparison.Ordinal), failure.Text.En.Contains("Samir", StringComparison.Ordinal)).ShouldBe((kind, true, false), failure.Text.En);
        (await world.PublishAsync()).Changed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Without_an_application_password_nothing_is_asked_of_the_site()
    {
        await world.WriteAsync("sop-incident");
        await world.Secrets.RemoveAsync(world.Engagement.Id, SecretName.OfPublishing("wiki"));

        (await Should.ThrowAsync<OpsException>(() => world.PublishAsync())).Text.En.ShouldContain("--secret-file");

        Site.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task One_page_that_is_refused_keeps_no_other_from_being_published()
    {
        await world.WriteAsync("raci");
        await world.WriteAsync("sop-incident");
        Site.Instead.Enqueue(new(HttpStatusCode.BadRequest));

        await Should.ThrowAsync<OpsException>(() => world.PublishAsync());

        Site.Posts.Count.ShouldBe(1);
    }
}
