using System.Text;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using OpsAutomation.Digests;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestPropertyTests
{
    private static readonly HashSet<string> OurElements = new(
        ["html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td", "th", "h1", "p", "strong", "span", "br"], StringComparer.Ordinal);

    [Fact]
    public void Any_digest_is_under_350_words_and_100_kilobytes() => ForAnyContext(context =>
    {
        var digest = DigestComposer.Compose(context);

        digest.WordCount.ShouldBeLessThan(350);
        Words(digest.Text).ShouldBeLessThan(350);
        Words(new HtmlParser().ParseDocument(digest.Html).Body!.TextContent).ShouldBeLessThan(350);
        Encoding.UTF8.GetByteCount(digest.Html).ShouldBeLessThan(100_000);
    });

    // Met once in some tens of thousands: the longest sentence of an OBM above figures of five groups of digits each.
    [Fact]
    public void A_digest_of_the_longest_sentence_and_figures_is_under_350_words() =>
        DigestComposer.Compose(new RandomContexts(1729251987).Next()).WordCount.ShouldBeLessThan(350);

    [Fact]
    public void Any_digest_holds_only_our_elements_and_no_handler_or_link() => ForAnyContext(context =>
    {
        var document = new HtmlParser().ParseDocument(DigestComposer.Compose(context).Html);

        foreach (var element in document.All)
        {
            OurElements.Contains(element.LocalName).ShouldBeTrue(element.LocalName);
            element.Attributes.ShouldAllBe(attribute => !attribute.Name.StartsWith("on") && attribute.Name != "href" && attribute.Name != "src");
        }
    });

    [Fact]
    public void No_text_of_a_client_turns_a_line_or_breaks_one() => ForAnyContext(context =>
    {
        var digest = DigestComposer.Compose(context);

        foreach (var text in new[] { digest.Subject, digest.Text, digest.Html })
        {
            text.ShouldNotContain('\u202E');
            text.ShouldNotContain('\u2066');
            text.ShouldNotContain('\u0007');
            text.ShouldNotContain('\r');
        }

        digest.Subject.ShouldNotContain('\n');
    });

    [Fact]
    public void The_same_context_gives_the_same_digest() => ForAnySeed(seed =>
    {
        var (one, other) = (DigestComposer.Compose(new RandomContexts(seed).Next()), DigestComposer.Compose(new RandomContexts(seed).Next()));

        other.Html.ShouldBe(one.Html);
        other.Text.ShouldBe(one.Text);
        other.ContentHash.ShouldBe(one.ContentHash);
    });

    [Fact]
    public void The_first_sentence_has_fewer_than_30_words_and_at_most_three_movements_and_five_KPIs_follow() => ForAnyContext(context =>
    {
        var body = DigestComposer.Compose(context).Body;

        if (body.Figures.Count > 0)
            Words(body.Headline).ShouldBeLessThan(30);
        body.Movements.Count.ShouldBeLessThanOrEqualTo(3);
        body.Figures.Count.ShouldBeLessThanOrEqualTo(5);
    });

    [Fact]
    public void Every_movement_has_a_cause_that_the_data_show_a_quotation_or_says_that_none_is_established() => ForAnyContext(context =>
    {
        var french = context.Recipient.Locale.Language == Language.French;
        foreach (var movement in DigestComposer.Compose(context).Body.Movements)
        {
            var named = french
                ? new[] { " de la hausse (", "toute la hausse (", " de la baisse (", "toute la baisse (", " du total", " de son total", "tout ce montant (", "Cause non établie.", "«" }
                : ["of the rise (", "of the fall (", "of the total", "all of it (", " to one ", "Cause not established.", "“"];
            named.ShouldContain(phrase => movement.Detail.Contains(phrase));
        }
    });

    private static void ForAnyContext(Action<DigestContext> check) => ForAnySeed(seed => check(new RandomContexts(seed).Next()));

    private static void ForAnySeed(Action<int> check) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), check).Check(PropertyRuns.Of(100));

    private static int Words(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
