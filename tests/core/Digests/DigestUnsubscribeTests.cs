using AngleSharp.Html.Parser;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Links;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestUnsubscribeTests
{
    private readonly InMemoryStateStore state = new();
    private readonly FakeMailer mailer = new();
    private readonly ManualTime clock = new(Instant.FromUtc(2026, 11, 23, 6, 30));

    [Theory]
    [InlineData("fr-FR", "Ne plus recevoir ce point hebdomadaire")]
    [InlineData("en-GB", "Stop receiving this digest")]
    public async Task A_digest_carries_the_way_out_in_its_footer_and_headers(string locale, string words)
    {
        var digest = await Sender(new("https://ops.example.com")).PreviewAsync(DigestContexts.Bad(Locale.Find(locale)!));
        await Sender(new("https://ops.example.com")).SendAsync(DigestContexts.Bad(Locale.Find(locale)!));

        var link = (await new HtmlParser().ParseDocumentAsync(digest.Html)).QuerySelector("p:last-of-type a")!;
        link.TextContent.ShouldBe(words);
        var url = link.GetAttribute("href")!;
        digest.Text.ShouldContain("\n" + url + "\n");
        digest.WordCount.ShouldBeLessThan(350);
        var mail = mailer.Delivered.Values.Single();
        mail.Html.ShouldBe(digest.Html);
        mail.Headers["List-Unsubscribe"].ShouldBe($"<{url}>");
        mail.Headers["List-Unsubscribe-Post"].ShouldBe("List-Unsubscribe=One-Click");
    }

    [Fact]
    public async Task Without_a_public_address_there_is_none()
    {
        var digest = await Sender(null).PreviewAsync(DigestContexts.Bad(Locale.FrFr));
        await Sender(null).SendAsync(DigestContexts.Bad(Locale.FrFr));

        digest.Html.ShouldNotContain("<a ");
        mailer.Delivered.Values.Single().Headers.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_way_out_is_no_part_of_what_is_approved()
    {
        var with = await Sender(new("https://ops.example.com")).PreviewAsync(DigestContexts.Bad(Locale.FrFr));
        var without = await Sender(null).PreviewAsync(DigestContexts.Bad(Locale.FrFr));

        with.ContentHash.ShouldBe(without.ContentHash);
    }

    [Fact]
    public async Task Nothing_is_sent_to_who_has_unsubscribed_until_it_is_resumed()
    {
        var context = DigestContexts.Bad(Locale.EnGb);
        var engagement = context.Engagement with { Recipients = [context.Recipient] };
        await new DigestLedger(state).PutAsync(engagement.Id, new("paul", new(2026, 11, 20), null, DigestPause.ByRecipient, clock.Now));

        var refusal = await Should.ThrowAsync<OpsException>(() => Sender(null).SendAsync(context));
        refusal.Text.En.ShouldContain("has unsubscribed");
        (await Sender(null).PauseAsync(engagement, "paul", new(2026, 11, 23), new(2026, 11, 30), "lea")).IsUnsubscription.ShouldBeTrue();
        mailer.Delivered.ShouldBeEmpty();
        await Sender(null).ResumeAsync(engagement, "paul");
        await Sender(null).SendAsync(context);
        mailer.Delivered.Count.ShouldBe(1);
    }

    private DigestSender Sender(Uri? publicUrl)
    {
        var registry = new InMemoryRegistry();
        var links = publicUrl is null ? null : new DigestLinks(secrets, registry, state, clock, publicUrl);
        return new(state, mailer, clock, links: links);
    }

    private readonly InMemorySecretStore secrets = new();
}
