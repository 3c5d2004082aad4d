using AngleSharp.Html.Parser;
using NodaTime;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Links;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Links;

public sealed class UnsubscribeHandlerTests
{
    private static readonly EngagementId Lumen = EngagementId.Parse("atelier-lumen");

    private const string Yaml = """
        id: atelier-lumen
        name: Atelier <b>Lumen</b>
        locale: fr-FR
        start: 2025-10-06
        people:
          - {id: lea, name: Léa Petit, role: obm, email: lea@example.com}
        recipients:
          - {id: paul, name: Paul & Cie, email: paul@example.com}
          - {id: ann, name: Ann Lee, email: ann@example.com, locale: en-GB}
        """;

    private readonly InMemorySecretStore secrets = new();
    private readonly InMemoryRegistry registry = new();
    private readonly InMemoryStateStore state = new();
    private readonly ManualTime time = new(Instant.FromUtc(2026, 1, 5, 23, 30));

    public UnsubscribeHandlerTests() => registry[Lumen] = Yaml;

    private LinkSigner Signer => new(secrets, registry, time);

    private UnsubscribeHandler Handler => new(Signer, registry, state, time);

    private DigestLedger Ledger => new(state);

    [Fact]
    public async Task Looking_at_the_link_asks_in_the_readers_language_and_changes_nothing()
    {
        var answer = await Handler.ShowAsync(await TokenAsync("paul"));

        answer.Status.ShouldBe(200);
        var page = await new HtmlParser().ParseDocumentAsync(answer.Html);
        page.DocumentElement.GetAttribute("lang").ShouldBe("fr-FR");
        page.QuerySelector("h1")!.TextContent.ShouldBe("Ne plus recevoir le point hebdomadaire\u00a0?");
        page.QuerySelector("p")!.TextContent.ShouldBe("Paul & Cie ne recevra plus le point hebdomadaire de la mission Atelier <b>Lumen</b>.");
        page.QuerySelector("form")!.GetAttribute("method").ShouldBe("post");
        page.QuerySelectorAll("b, script, img, link, a").ShouldBeEmpty();
        (await Ledger.FindPauseAsync(Lumen, "paul")).ShouldBeNull();
    }

    [Fact]
    public async Task Who_holds_a_link_is_shown_no_error_of_the_file()
    {
        var token = await TokenAsync("paul");
        registry[Lumen] = Yaml.Replace("start: 2025-10-06", "start: soon", StringComparison.Ordinal);

        var failure = await Should.ThrowAsync<OpsException>(() => Handler.ConfirmAsync(token));

        (failure.Kind, failure.Text.En.Contains("start", StringComparison.Ordinal)).ShouldBe((FailureKind.Retriable, false));
    }

    [Fact]
    public async Task Posting_ends_the_digests_for_good_and_says_who_and_when()
    {
        var answer = await Handler.ConfirmAsync(await TokenAsync("ann"));

        answer.Status.ShouldBe(200);
        (await new HtmlParser().ParseDocumentAsync(answer.Html)).QuerySelector("h1")!.TextContent.ShouldBe("The weekly digest is stopped");
        var pause = (await Ledger.FindPauseAsync(Lumen, "ann"))!;
        // The local day in Paris is already the next.
        pause.ShouldBe(new("ann", new(2026, 1, 6), null, DigestPause.ByRecipient, time.Now));
        pause.Holds(new(2036, 1, 1)).ShouldBeTrue();
        (await Ledger.FindPauseAsync(Lumen, "paul")).ShouldBeNull();
    }

    [Fact]
    public async Task Posting_again_changes_nothing_and_looking_then_says_that_it_is_done()
    {
        var token = await TokenAsync("paul");
        await Handler.ConfirmAsync(token);
        var first = await Ledger.FindPauseAsync(Lumen, "paul");
        time.Advance(Duration.FromDays(3));

        (await Handler.ConfirmAsync(token)).Status.ShouldBe(200);
        (await Ledger.FindPauseAsync(Lumen, "paul")).ShouldBe(first);
        (await Handler.ShowAsync(token)).Html.ShouldNotContain("<form");
    }

    [Fact]
    public async Task A_pause_of_some_days_does_not_keep_the_reader_from_leaving_for_good()
    {
        await Ledger.PutAsync(Lumen, new("paul", new(2026, 1, 1), new(2026, 1, 10), "lea"));

        await Handler.ConfirmAsync(await TokenAsync("paul"));

        (await Ledger.FindPauseAsync(Lumen, "paul"))!.IsUnsubscription.ShouldBeTrue();
    }

    [Fact]
    public async Task Whatever_is_wrong_with_a_link_the_same_page_says_so()
    {
        var token = await TokenAsync("paul");
        var nobody = await TokenAsync("nobody");
        var madeUp = await Signer.SignAsync(new(EngagementId.Parse("made-up"), LinkPurpose.Unsubscribe, "paul", time.Now + Duration.FromDays(1)));
        var otherPurpose = await Signer.SignAsync(new(Lumen, "document", "paul", time.Now + Duration.FromDays(1)));
        var expired = await Signer.SignAsync(new(Lumen, LinkPurpose.Unsubscribe, "paul", time.Now));

        foreach (var wrong in new[] { "", "nonsense", token[..^2] + "AA", nobody, madeUp, otherPurpose, expired })
        {
            var shown = await Handler.ShowAsync(wrong);
            shown.Status.ShouldBe(404);
            (await Handler.ConfirmAsync(wrong)).ShouldBe(shown);
            shown.Html.ShouldContain("This link is not valid");
        }

        (await Ledger.FindPauseAsync(Lumen, "paul")).ShouldBeNull();
    }

    private async Task<string> TokenAsync(string recipient)
    {
        var reader = new Recipient { Id = recipient, Name = recipient, Email = "x@example.com", Locale = Locale.Of(Language.English) };
        var links = new DigestLinks(secrets, registry, state, time, new("https://ops.example.com/"));
        var url = (await links.ForAsync(Lumen, reader, new(new(2025, 12, 29), new(2026, 1, 4)), new(2026, 1, 5))).Unsubscribe;
        url.AbsoluteUri.ShouldStartWith("https://ops.example.com/api/unsubscribe/");
        return url.Segments[^1];
    }
}
