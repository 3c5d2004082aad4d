using System.Text;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks;
using OpsAutomation.Webhooks.Signatures;

namespace OpsAutomation.Core.Tests.Webhooks.Signatures;

/// <summary>Published examples where there are any; the others were computed by another program.</summary>
public sealed class KnownVectorTests
{
    private const string SlackCommand =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
        + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    [Fact]
    public void GitHub_publishes_one() => Check(
        WebhookScheme.GitHub, "It's a Secret to Everybody", "Hello, World!", 0,
        ("X-Hub-Signature-256", "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"));

    [Fact]
    public void Slack_publishes_one() => Check(
        WebhookScheme.Slack, "8f742231b10e8888abcd99yyyzzz85a5", SlackCommand, 1531420618,
        ("X-Slack-Signature", "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503"), ("X-Slack-Request-Timestamp", "1531420618"));

    [Fact]
    public void Standard_webhooks_publish_one() => Check(
        WebhookScheme.Standard, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "{\"test\": 2432232314}", 1614265330,
        ("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"), ("webhook-timestamp", "1614265330"), ("webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="));

    [Fact]
    public void The_secret_of_stripe_is_taken_as_it_is() => Check(
        WebhookScheme.Stripe, "whsec_test_secret", """{"id":"evt_1","object":"event"}""", 1767600000,
        ("Stripe-Signature", "t=1767600000,v1=0590ec80a21b93c73b0729e8160163c503a4c072cb3a10c8ab41632e85a23fcb,v0=6ffbb59b2300aae63f272406069a9788598b792a944a07aba816edb039989a39"));

    [Fact]
    public void HubSpot_signs_method_url_body_and_milliseconds() => Check(
        WebhookScheme.HubSpot, "yyyy-client-secret", """[{"eventId":1}]""", 1767600000,
        ("X-HubSpot-Signature-v3", "hpF1BKmGp0UN4zXIMCuiqEqAqaItmWaC3cIXrOR/1Tw="), ("X-HubSpot-Request-Timestamp", "1767600000000"));

    [Theory]
    [InlineData(WebhookScheme.Trello, "trello-api-secret", """{"action":{"id":"1"}}""", "X-Trello-Webhook", "c6BejnwjTqkjLtn1P7W0djZTKYA=")]
    [InlineData(WebhookScheme.Intercom, "intercom-client-secret", """{"id":"notif_1"}""", "X-Hub-Signature", "sha1=a724d9f45fc1ca6c9d4cef486c10a9e5f7ee94a7")]
    [InlineData(WebhookScheme.ClickUp, "clickup-webhook-secret", """{"event":"taskCreated"}""", "X-Signature", "cdfec68fffb922b5d0452ecfa3b654502ffc5e80e3d416d74e3582c1e643f37a")]
    [InlineData(WebhookScheme.Typeform, "typeform-secret-text", """{"event_id":"1"}""", "Typeform-Signature", "sha256=OTC8UkmT7wl3ozao+0Oad7RNev7DacNokM1CHB40E0w=")]
    [InlineData(WebhookScheme.Calendly, "calendly-signing-key", """{"event":"invitee.created"}""", "Calendly-Webhook-Signature", "t=1767600000,v1=2627433d1bf650222d9865a3a4b48e75a04fe1b962aa86d1d1c83dce9b24a640")]
    [InlineData(WebhookScheme.Notion, "secret_notion_token_0001", """{"id":"n1"}""", "X-Notion-Signature", "sha256=4d66f181f5f8df663841ce434af452035235bbc47cf3b5cf2df0084805750a77")]
    public void The_others_sign_as_their_documentation_says(WebhookScheme scheme, string secret, string body, string header, string value) =>
        Check(scheme, secret, body, 1767600000, (header, value));

    [Theory]
    [InlineData(WebhookScheme.ClickUp, """{"event":"taskCreated"}""", "X-Signature", "27863b60bfaff342daf4b1be478691e6af3ec6888a72763ba2efc7c3273f20fd")]
    [InlineData(WebhookScheme.Intercom, """{"id":"notif_1"}""", "X-Hub-Signature", "sha1=045c1420fb70c943ca4ac842d1d4d3647e13ee2b")]
    public void A_secret_longer_than_a_block_is_hashed_first(WebhookScheme scheme, string body, string header, string value) =>
        Check(scheme, new string('k', 100), body, 0, (header, value));

    private static void Check(WebhookScheme scheme, string secret, string body, long at, params (string Name, string Value)[] headers)
    {
        var values = WebhookWorld.Headers(headers);
        var settings = new WebhookSettings { Source = "any", Scheme = scheme };
        var request = new WebhookRequest(
            "POST", [WebhookWorld.PublicUrl.AbsoluteUri.TrimEnd('/') + $"/api/engagements/lumen/webhooks/{WebhookSchemes.WordOf(scheme)}"],
            values.GetValueOrDefault, null, Encoding.UTF8.GetBytes(body));

        var now = Instant.FromUnixTimeSeconds(at);
        WebhookVerifier.Verify(request, new(WebhookWorld.Lumen, settings, [secret]), now).ShouldBeTrue();
        WebhookVerifier.Verify(request, new(WebhookWorld.Lumen, settings, ["another", secret]), now).ShouldBeTrue();
        WebhookVerifier.Verify(request, new(WebhookWorld.Lumen, settings, ["another"]), now).ShouldBeFalse();
        WebhookVerifier.Verify(request, new(WebhookWorld.Lumen, settings, [""]), now).ShouldBeFalse();
        WebhookVerifier.Verify(request, WebhookSender.Nobody, now).ShouldBeFalse();
        WebhookVerifier.Verify(request, new(WebhookWorld.Lumen, settings with { Scheme = WebhookScheme.Token }, [secret]), now).ShouldBeFalse();
    }
}
