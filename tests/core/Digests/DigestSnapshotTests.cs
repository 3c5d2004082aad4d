using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Locales;
using OpsAutomation.Testing;

namespace OpsAutomation.Core.Tests.Digests;

public sealed class DigestSnapshotTests
{
    [Theory]
    [InlineData("bad-week", "fr-FR")]
    [InlineData("bad-week", "en-US")]
    [InlineData("bad-week", "en-GB")]
    [InlineData("bad-week-tu", "fr-FR")]
    [InlineData("bad-week-chf", "fr-CH")]
    [InlineData("good-week", "fr-FR")]
    [InlineData("good-week-chf", "fr-CH")]
    [InlineData("good-week", "en-US")]
    [InlineData("quiet-week", "fr-FR")]
    [InlineData("quiet-week", "en-GB")]
    [InlineData("no-data", "fr-FR")]
    [InlineData("no-data-tu", "fr-FR")]
    [InlineData("no-data", "en-US")]
    [InlineData("stale-source", "fr-FR")]
    [InlineData("stale-source", "en-GB")]
    [InlineData("several-currencies", "fr-FR")]
    [InlineData("several-currencies", "en-US")]
    [InlineData("correction", "fr-FR")]
    [InlineData("correction", "en-US")]
    public void A_digest_reads_as_approved(string week, string localeId)
    {
        var digest = DigestComposer.Compose(Context(week, Locale.Find(localeId)!));

        Approval.Check($"Subject: {digest.Subject}\nPreheader: {digest.Body.Preheader}\n\n{digest.Text}", $"{week}.{localeId}.txt");
    }

    [Theory]
    [InlineData("bad-week", "fr-FR")]
    [InlineData("correction", "en-US")]
    [InlineData("no-data", "fr-FR")]
    public void A_digest_looks_as_approved(string week, string localeId)
    {
        var digest = DigestComposer.Compose(Context(week, Locale.Find(localeId)!));

        Approval.Check(digest.Html, $"{week}.{localeId}.html");
    }

    private static DigestContext Context(string week, Locale locale) => week switch
    {
        "bad-week" => DigestContexts.Bad(locale),
        "bad-week-tu" => DigestContexts.Bad(locale, FormOfAddress.Tu),
        "bad-week-chf" => DigestContexts.Bad(locale, currency: "CHF"),
        "good-week" => DigestContexts.Good(locale),
        "good-week-chf" => DigestContexts.Good(locale, "CHF"),
        "quiet-week" => DigestContexts.Quiet(locale),
        "no-data" => DigestContexts.Empty(locale) with { Sources = [new("HubSpot", "hubspot.deals", new(2026, 11, 9), 412, 0), new("Factures", null, null, 0, 0)] },
        "no-data-tu" => DigestContexts.Empty(locale, FormOfAddress.Tu),
        "stale-source" => DigestContexts.Stale(locale),
        "several-currencies" => DigestContexts.Currencies(locale),
        "correction" => DigestContexts.Correction(locale),
        _ => throw new ArgumentOutOfRangeException(nameof(week), week, "There is no such week."),
    };
}
