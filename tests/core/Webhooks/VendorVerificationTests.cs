using System.Globalization;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Testing;
using OpsAutomation.Webhooks;
using OpsAutomation.Webhooks.Signatures;
using Delivery = OpsAutomation.Core.Tests.Webhooks.VendorWorld.Delivery;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class VendorVerificationTests
{
    private readonly VendorWorld world = new();

    [Fact]
    public void Every_vendor_has_a_rule_a_word_and_a_sample() => VendorWorld.Vendors.ShouldAllBe(scheme =>
        SignatureRules.Of(scheme) != null && WebhookSchemes.Words[WebhookSchemes.WordOf(scheme)] == scheme && WebhookSamples.Of(scheme).Any());

    [Theory]
    [MemberData(nameof(VendorWorld.Each), MemberType = typeof(VendorWorld))]
    public async Task Each_sample_that_its_vendor_signed_is_taken_and_enqueued_once(WebhookScheme scheme)
    {
        var samples = WebhookSamples.Of(scheme).Where(sample => !sample.Name.EndsWith("verification", StringComparison.Ordinal)).ToList();
        foreach (var sample in samples)
            (await world.PostAsync(scheme, new() { Sample = sample, Id = sample.Name })).ShouldBe(new(scheme is WebhookScheme.Slack or WebhookScheme.Trello ? 200 : 202), sample.Name);

        (await world.Edge.DeliveriesAsync()).Count.ShouldBe(samples.Count);
        world.Edge.Queue.Take(JobQueues.Webhooks).Count.ShouldBe(samples.Count);
    }

    [Theory]
    [MemberData(nameof(VendorWorld.Each), MemberType = typeof(VendorWorld))]
    public async Task Nothing_altered_is_taken_and_all_refusals_look_alike(WebhookScheme scheme)
    {
        var sample = VendorWorld.SampleOf(scheme);
        var header = SignatureRules.Of(scheme)!.Header;
        var flipped = sample.Body.ToArray();
        flipped[^2] ^= 1;
        List<(string What, Func<Task<WebhookAnswer>> Post)> attempts =
        [
            ("a byte of the body", () => world.PostAsync(scheme, new() { Sent = flipped })),
            ("a blank after the body", () => world.PostAsync(scheme, new() { Sent = [.. sample.Body, (byte)' '] })),
            ("no body", () => world.PostAsync(scheme, new() { Sent = [] })),
            ("another client's secret", () => world.PostAsync(scheme, new() { Secret = VendorWorld.SecretOf(scheme, WebhookWorld.Other, 1) })),
            ("another client", () => world.PostAsync(scheme, new() { Engagement = "other" })),
            ("no client", () => world.PostAsync(scheme, new() { Engagement = "made-up" })),
            ("a secret that is not there yet", () => world.PostAsync(scheme, new() { Secret = VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 2) })),
            ("no header", () => world.PostAsync(scheme, change: headers => headers.Remove(header))),
            ("an empty header", () => world.PostAsync(scheme, change: headers => headers[header] = "")),
            ("the header twice", () => world.PostAsync(scheme, change: headers => headers[header] += "," + headers[header])),
            ("half of the header", () => world.PostAsync(scheme, change: headers => headers[header] = headers[header][..^3])),
            ("a character of the header", () => world.PostAsync(scheme, change: headers => headers[header] = headers[header][..^4] + (headers[header][^4] == '0' ? '1' : '0') + headers[header][^3..])),
            ("a letter that is no digit", () => world.PostAsync(scheme, change: headers => headers[header] = headers[header][..^1] + "~")),
            ("no header at all", () => world.PostAsync(scheme, change: headers => headers.Clear())),
            ("a vendor too many", () => world.PostAsync(scheme, change: headers => Add(headers, "X-Signature", "X-Hub-Signature", "Typeform-Signature"))),
        ];
        foreach (var other in VendorWorld.Vendors.Where(other => other != scheme))
            attempts.Add(($"signed as {other} does", () => world.PostAsync(other, new() { Secret = VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 1) is var secret && other == WebhookScheme.Standard ? WebhookWorld.SecretOf(WebhookWorld.Other, 9) : secret })));

        foreach (var (what, post) in attempts)
            (await post()).ShouldBe(new(401), what);
        (await world.Edge.DeliveriesAsync()).ShouldBeEmpty();
        world.Edge.Queue.Sent.ShouldBeEmpty();
        world.Edge.Blobs.Paths(WebhookWorld.Lumen).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(WebhookScheme.HubSpot, 300)]
    [InlineData(WebhookScheme.Slack, 300)]
    [InlineData(WebhookScheme.Stripe, 300)]
    [InlineData(WebhookScheme.Calendly, 180)]
    [InlineData(WebhookScheme.Standard, 300)]
    public async Task A_signed_moment_is_good_for_the_vendors_window_either_way(WebhookScheme scheme, int window)
    {
        foreach (var (seconds, isTaken) in new[] { (-window, true), (window, true), (-window - 1, false), (window + 1, false) })
        {
            var answer = await world.PostAsync(scheme, new() { At = world.Edge.Time.Now + Duration.FromSeconds(seconds), Id = $"at{seconds}" });
            (answer.Status != 401).ShouldBe(isTaken, seconds.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData(WebhookScheme.HubSpot, "X-HubSpot-Request-Timestamp")]
    [InlineData(WebhookScheme.Slack, "X-Slack-Request-Timestamp")]
    [InlineData(WebhookScheme.Standard, "webhook-timestamp")]
    public async Task A_moment_that_is_altered_missing_or_none_is_refused(WebhookScheme scheme, string header)
    {
        Action<Dictionary<string, string>>[] changes =
        [
            headers => headers[header] = (long.Parse(headers[header], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture),
            headers => headers.Remove(header),
            headers => headers[header] = "",
            headers => headers[header] = "now",
            headers => headers[header] = "+" + headers[header],
            headers => headers[header] += "," + headers[header],
            headers => headers[header] = "99999999999999999999",
            headers => headers[header] = "9223372036854775807",
        ];

        foreach (var change in changes)
            (await world.PostAsync(scheme, change: change)).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData(WebhookScheme.Stripe, "Stripe-Signature")]
    [InlineData(WebhookScheme.Calendly, "Calendly-Webhook-Signature")]
    public async Task During_the_vendors_own_rotation_one_of_its_signatures_fits(WebhookScheme scheme, string header)
    {
        var other = new string('a', 64);

        (await world.PostAsync(scheme, change: headers => headers[header] = headers[header].Replace(",v1=", $",v1={other},v1=", StringComparison.Ordinal) + ",v0=" + other)).Status.ShouldBe(202);
        (await world.PostAsync(scheme, change: headers => headers[header] = headers[header].Replace(",v1=", ",v0=", StringComparison.Ordinal))).Status.ShouldBe(401);
    }

    [Theory]
    [MemberData(nameof(VendorWorld.Each), MemberType = typeof(VendorWorld))]
    public async Task Two_secrets_are_valid_during_a_rotation_and_the_old_one_ends_with_the_next(WebhookScheme scheme)
    {
        var (first, second, third) = (VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 1), VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 2), VendorWorld.SecretOf(scheme, WebhookWorld.Lumen, 3));
        world.Rotate(scheme, second);
        (await world.PostAsync(scheme, new() { Secret = first })).Status.ShouldBeLessThan(203);
        (await world.PostAsync(scheme, new() { Secret = second })).Status.ShouldBeLessThan(203);

        world.Rotate(scheme, third);
        world.Edge.Time.Advance(Duration.FromMinutes(1));
        (await world.PostAsync(scheme, new() { Secret = first })).Status.ShouldBe(401);
        (await world.PostAsync(scheme, new() { Secret = third })).Status.ShouldBeLessThan(203);
    }

    [Theory]
    [MemberData(nameof(VendorWorld.Each), MemberType = typeof(VendorWorld))]
    public async Task A_source_without_a_secret_accepts_nothing(WebhookScheme scheme)
    {
        await world.Edge.Secrets.RemoveAsync(WebhookWorld.Lumen, OpsAutomation.Ports.SecretName.OfWebhook(VendorWorld.SourceOf(scheme)));

        (await world.PostAsync(scheme)).Status.ShouldBe(401);
        if (scheme != WebhookScheme.Standard)
            (await world.PostAsync(scheme, new() { Secret = "" })).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("?token=a%3Ab", "?token=a%3Ab", 202)]
    [InlineData("?token=a%3Ab", "?token=a:b", 202)]
    [InlineData("?to=a%20b%3A", "?to=a%20b:", 202)]
    [InlineData("?to=a%20b%3A", "?to=a b:", 202)]
    [InlineData("?to=a%20b%3A", "?to=a b%3A", 401)]
    [InlineData("?token=a%3Ab", "", 401)]
    [InlineData("", "?token=a", 401)]
    public async Task HubSpot_may_sign_the_url_as_sent_or_decoded(string sent, string signed, int status) =>
        (await world.PostAsync(WebhookScheme.HubSpot, new() { Query = sent, SignedUrl = VendorWorld.UrlOf(WebhookScheme.HubSpot) + signed })).Status.ShouldBe(status);

    [Theory]
    [InlineData(WebhookScheme.HubSpot)]
    [InlineData(WebhookScheme.Trello)]
    public async Task The_signed_url_is_the_configured_one_to_the_letter(WebhookScheme scheme)
    {
        var url = VendorWorld.UrlOf(scheme);
        foreach (var other in new[] { url.Replace("https", "http"), url.Replace("ops.", "evil."), url + "/", url.Replace("lumen", "other"), url.Replace(".com", ".com:443"), "" })
            (await world.PostAsync(scheme, new() { SignedUrl = other }, headers => headers["Host"] = "evil.example.com")).Status.ShouldBe(401, other);
        (await world.PostAsync(scheme, new() { SignedUrl = url }, headers => headers["Host"] = "evil.example.com")).Status.ShouldBeLessThan(203);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("post")]
    [InlineData("")]
    public async Task HubSpot_signs_the_method(string method) => (await world.PostAsync(WebhookScheme.HubSpot, new() { SignedMethod = method })).Status.ShouldBe(401);

    [Fact]
    public async Task Upper_case_digits_are_the_same_code()
    {
        (await world.PostAsync(WebhookScheme.ClickUp, change: headers => headers["X-Signature"] = headers["X-Signature"].ToUpperInvariant())).Status.ShouldBe(202);
        (await world.PostAsync(WebhookScheme.GitHub, change: headers => headers["X-Hub-Signature-256"] = headers["X-Hub-Signature-256"].ToUpperInvariant())).Status.ShouldBe(401);
    }

    private static void Add(Dictionary<string, string> headers, params string[] names)
    {
        foreach (var name in names)
            headers.TryAdd(name, new string('a', 64));
    }
}
