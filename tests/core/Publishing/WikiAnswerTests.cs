using System.Net;
using System.Text;
using OpsAutomation.Publishing;
using OpsAutomation.Testing.WordPress;

namespace OpsAutomation.Core.Tests.Publishing;

/// <summary>Answers of a site that must not be taken for what people did there.</summary>
public sealed class WikiAnswerTests
{
    private readonly WikiWorld world = new();

    private WordPressSite Site => world.Site;

    [Fact]
    public async Task A_site_that_closed_its_API_has_no_page_removed()
    {
        await PublishedAsync("sop-incident");
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");
        Site.Instead.Enqueue(Json(HttpStatusCode.NotFound, """{"code":"rest_no_route","message":"No route was found matching the URL and request method.","data":{"status":404}}"""));

        (await Should.ThrowAsync<OpsException>(() => world.PublishAsync())).Text.En.ShouldContain("not the WordPress REST API");

        (await world.PublishAsync()).Changed.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Published);
        Site.Posts.ShouldHaveSingleItem().Content.ShouldContain("Nadia Blum");
    }

    [Fact]
    public async Task A_page_that_is_gone_for_good_is_shown_and_made_again_only_when_asked()
    {
        await PublishedAsync("sop-incident");
        Site.Posts.Clear();
        world.Rename("Nadia Blum");
        await world.WriteAsync("sop-incident");

        (await world.PublishAsync()).Conflicts.ShouldHaveSingleItem().State.ShouldBe(PublishedState.Removed);
        (await world.PublishAsync(new() { Rechecks = true })).Conflicts.Count.ShouldBe(1);
        Site.Posts.ShouldBeEmpty();
        (await world.PublishAsync(new() { Overwrite = "sop-incident" })).Changed.Count.ShouldBe(1);
        Site.Posts.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_site_that_asks_to_wait_is_waited_for_and_has_one_page_afterwards(HttpStatusCode status)
    {
        await world.WriteAsync("sop-incident");
        var wait = Json(status, "{}");
        wait.Headers.RetryAfter = new(TimeSpan.FromSeconds(90));
        Site.Instead.Enqueue(wait);

        var failure = await Should.ThrowAsync<OpsException>(() => world.PublishAsync());

        (failure.Kind, failure.RetryAfter).ShouldBe((FailureKind.Retriable, TimeSpan.FromSeconds(90)));
        (await world.PublishAsync()).Changed.Count.ShouldBe(1);
        Site.Posts.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_document_with_another_title_keeps_its_page_and_two_with_one_title_have_two()
    {
        await PublishedAsync("sop-incident");
        await PublishedAsync("sop-complaint");
        foreach (var kind in new[] { "sop-incident", "sop-complaint" })
        {
            await world.Blobs.WriteAsync(world.Engagement.Id, $"templates/fr/{kind}.md", (stream, token) => stream.WriteAsync("---\ntitle: Quand ça casse\n---\nAppeler {{client}}.\n\n{{revisions}}\n"u8.ToArray(), token).AsTask());
            await world.WriteAsync(kind);
        }

        (await world.PublishAsync()).Changed.Count.ShouldBe(2);

        Site.Posts.Select(page => (page.Slug, page.Title, page.Writes)).ShouldBe(
            [("atelier-lumen-fr-sop-incident", "Quand ça casse", 2), ("atelier-lumen-fr-sop-complaint", "Quand ça casse", 2)], ignoreOrder: true);
    }

    private async Task PublishedAsync(string kind)
    {
        await world.WriteAsync(kind);
        await world.PublishAsync();
    }

    private static HttpResponseMessage Json(HttpStatusCode status, string json) => new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
}
