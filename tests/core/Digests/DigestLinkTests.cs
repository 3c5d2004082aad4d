using System.Text;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestLinkTests
{
    private static readonly Uri PublicUrl = new("https://ops.example.com");

    [Theory]
    [InlineData("fr-FR")]
    [InlineData("en-GB")]
    public void A_digest_with_links_reads_as_approved(string localeId)
    {
        var digest = DigestComposer.Compose(Linked(Bad(Locale.Find(localeId)!)));

        Approval.Check(digest.Text, $"links.{localeId}.txt");
        Approval.Check(digest.Html, $"links.{localeId}.html");
    }

    [Fact]
    public void Decisions_late_items_documents_and_the_board_have_a_link_of_their_own_each_on_its_line()
    {
        var digest = DigestComposer.Compose(Linked(Bad(Locale.EnGb)));
        var page = new HtmlParser().ParseDocument(digest.Html);

        var links = page.QuerySelectorAll("a").Select(link => (Text: link.TextContent, Path: new Uri(link.GetAttribute("href")!).AbsolutePath)).ToList();
        links.Select(link => link.Text).ShouldBe(
            ["Answer", "The whole board", "Open access to Stripe (Paul Lumen, due 18 Nov)", "SOP Client onboarding (v2)", "Stop receiving this digest"]);
        links[0].Path.ShouldStartWith("/api/act/");
        links[1].Path.ShouldBe("/api/engagements/atelier-lumen/board");
        links[2].Path.ShouldStartWith("/api/act/");
        links[3].Path.ShouldBe("/api/engagements/atelier-lumen/documents/en/sop-client-onboarding.html");
        foreach (var link in page.QuerySelectorAll("a"))
            digest.Text.Split('\n').Count(line => line.Trim() == link.GetAttribute("href")).ShouldBe(1);
        page.QuerySelectorAll("a").Select(link => link.GetAttribute("href")).Distinct(StringComparer.Ordinal).Count().ShouldBe(links.Count);
    }

    [Fact]
    public void A_reader_who_may_only_read_gets_no_link_that_acts_and_one_without_links_only_the_way_out()
    {
        var context = Bad(Locale.FrFr);

        var reader = Links(Linked(context with { Recipient = context.Recipient with { Links = RecipientLinks.Read } }));
        var none = Links(Linked(context with { Recipient = context.Recipient with { Links = RecipientLinks.None } }));

        reader.ShouldAllBe(link => !link.Contains("/api/act/"));
        reader.Count.ShouldBe(3);
        none.ShouldHaveSingleItem().ShouldContain("/api/unsubscribe/");
    }

    [Fact]
    public void What_is_approved_is_the_content_and_not_the_keys_of_its_links()
    {
        var context = Bad(Locale.FrFr);

        var one = DigestComposer.Compose(Linked(context, key: 1));
        var other = DigestComposer.Compose(Linked(context, key: 2));

        string.Equals(other.Html, one.Html, StringComparison.Ordinal).ShouldBeFalse();
        other.ContentHash.ShouldBe(one.ContentHash);
    }

    [Fact]
    public void A_draft_carries_the_link_that_approves_it_and_none_of_the_readers()
    {
        var approve = new Uri("https://ops.example.com/api/act/approve.it");
        var draft = DigestComposer.Compose(Linked(Bad(Locale.FrFr)) with { Notice = ["À relire"], Approve = approve });

        new HtmlParser().ParseDocument(draft.Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")).ShouldBe([approve.AbsoluteUri]);
        draft.Text.Split('\n').Count(line => line.Contains("https://", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public void Links_leave_the_digest_small_and_lead_to_nowhere_else() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var digest = DigestComposer.Compose(Linked(Shelved(new RandomContexts(seed).Next())));

        digest.WordCount.ShouldBeLessThan(350);
        digest.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length.ShouldBeLessThan(350);
        Encoding.UTF8.GetByteCount(digest.Html).ShouldBeLessThan(100_000);
        var page = new HtmlParser().ParseDocument(digest.Html);
        page.QuerySelectorAll("a").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("https://ops.example.com/api/") && link.TextContent.Length > 0);
        page.QuerySelectorAll("p").ShouldAllBe(line => line.InnerHtml.Split("<br>").All(part => part.Split("<a ").Length <= 2));
    }).Check(PropertyRuns.Of(100));

    [Fact]
    public void The_longest_digest_with_links_is_under_350_words() =>
        DigestComposer.Compose(Linked(Shelved(new RandomContexts(1729251987).Next()))).WordCount.ShouldBeLessThan(350);

    private static List<string> Links(DigestContext context) =>
        [.. new HtmlParser().ParseDocument(DigestComposer.Compose(context).Html).QuerySelectorAll("a").Select(link => link.GetAttribute("href")!)];

    private static DigestContext Bad(Locale locale) => Shelved(DigestContexts.Bad(locale));

    private static DigestContext Shelved(DigestContext context) => context with
    {
        Documents = [.. context.Documents.Select(document => document with { Shelf = "en/sop-client-onboarding" })],
    };

    private static DigestContext Linked(DigestContext context, byte key = 7)
    {
        var pen = new LinkPen(context.Engagement.Id, [.. Enumerable.Repeat(key, 32)]);
        var links = new DigestAddresses(pen, PublicUrl, context.Recipient, 0, context.Period, context.Today);
        return context with { Links = links, Unsubscribe = links.Unsubscribe };
    }
}
