using System.Globalization;
using System.Text;
using NodaTime;
using OpsAutomation.Core.Tests.Jobs;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Core.Tests.Webhooks;

public sealed class WebhookReceiverTests
{
    private const string Body = """{"type":"client.live","text":"Hôtel Azur"}""";
    private readonly WebhookWorld world = new();

    [Fact]
    public async Task A_signed_event_is_stored_recorded_and_enqueued()
    {
        (await world.PostSignedAsync(Body)).ShouldBe(new(202));

        var delivery = (await world.DeliveriesAsync()).ShouldHaveSingleItem();
        (delivery.Source, delivery.SenderId, delivery.Outcome, delivery.Received).ShouldBe(("n8n", "msg_1", WebhookOutcome.Received, world.Time.Now));
        (await world.BodyAsync(delivery)).ShouldBe(Body);
        var job = await new JobReader(world.Blobs).ReadAsync<WebhookJob>(world.Queue.Take(JobQueues.Webhooks).ShouldHaveSingleItem());
        job.ShouldBe(new(WebhookWorld.Lumen, delivery.Id, "n8n", delivery.Id));
    }

    [Fact]
    public async Task Nothing_altered_is_taken_and_nothing_of_it_is_kept()
    {
        var at = world.Time.Now.ToUnixTimeSeconds();
        (string What, Func<Task<WebhookAnswer>> Post)[] attempts =
        [
            ("body", () => world.PostSignedAsync(Body, sent: Body + " ")),
            ("id", () => world.PostSignedAsync(Body, headers => headers[StandardSignature.IdHeader] = "msg_2")),
            ("no id", () => world.PostSignedAsync(Body, headers => headers.Remove(StandardSignature.IdHeader))),
            ("empty id", () => world.PostSignedAsync(Body, id: "")),
            ("timestamp", () => world.PostSignedAsync(Body, headers => headers[StandardSignature.TimestampHeader] = (at + 1).ToString(CultureInfo.InvariantCulture))),
            ("timestamp with a sign", () => world.PostSignedAsync(Body, headers => headers[StandardSignature.TimestampHeader] = "+" + at.ToString(CultureInfo.InvariantCulture))),
            ("no timestamp", () => world.PostSignedAsync(Body, headers => headers.Remove(StandardSignature.TimestampHeader))),
            ("huge timestamp", () => world.PostSignedAsync(Body, headers => headers[StandardSignature.TimestampHeader] = "9223372036854775807")),
            ("no signature", () => world.PostSignedAsync(Body, headers => headers.Remove(StandardSignature.SignatureHeader))),
            ("a version of its own", () => world.PostSignedAsync(Body, headers => headers[StandardSignature.SignatureHeader] = headers[StandardSignature.SignatureHeader].Replace("v1,", "v0,"))),
            ("secret", () => world.PostSignedAsync(Body, secret: WebhookWorld.SecretOf(WebhookWorld.Lumen, 2))),
            ("another client's secret", () => world.PostSignedAsync(Body, secret: WebhookWorld.SecretOf(WebhookWorld.Other, 1))),
            ("another client", () => world.PostSignedAsync(Body, engagement: "other")),
            ("no client", () => world.PostSignedAsync(Body, engagement: "made-up")),
            ("a client that cannot be", () => world.PostSignedAsync(Body, engagement: "../lumen")),
            ("no source", () => world.PostAsync("made-up", Body, WebhookWorld.Headers(("authorization", "Bearer token-lumen-zapier")))),
            ("no header at all", () => world.PostAsync("n8n", Body, [])),
            ("an empty token", () => world.PostAsync("zapier", Body, WebhookWorld.Headers(("authorization", "Bearer ")))),
            ("another client's token", () => world.PostAsync("zapier", Body, WebhookWorld.Headers(("authorization", "Bearer token-other-zapier")))),
            ("another source's token", () => world.PostAsync("zapier", Body, WebhookWorld.Headers(("authorization", "Bearer token-lumen-crm")))),
            ("a token in the wrong place", () => world.PostAsync("crm", Body, WebhookWorld.Headers(("authorization", "Bearer token-lumen-crm")))),
            ("another user", () => world.PostAsync("make", Body, WebhookWorld.Headers(("authorization", Basic("zapier:token-lumen-make"))))),
            ("no base64", () => world.PostAsync("make", Body, WebhookWorld.Headers(("authorization", "Basic é!")))),
            ("the dummies", () => world.PostAsync("made-up", Body, WebhookWorld.Headers(("authorization", "Bearer a token that is not there")))),
        ];

        foreach (var (what, post) in attempts)
            (await post()).ShouldBe(new(401), what);
        (await world.DeliveriesAsync()).ShouldBeEmpty();
        world.Blobs.Paths(WebhookWorld.Lumen).ShouldBeEmpty();
        world.Queue.Sent.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(-300, 202)]
    [InlineData(300, 202)]
    [InlineData(-301, 401)]
    [InlineData(301, 401)]
    public async Task A_signature_is_good_for_five_minutes_either_way(int seconds, int status)
    {
        var at = world.Time.Now.ToUnixTimeSeconds() + seconds;

        var answer = await world.PostSignedAsync(Body, headers =>
        {
            headers[StandardSignature.TimestampHeader] = at.ToString(CultureInfo.InvariantCulture);
            headers[StandardSignature.SignatureHeader] = StandardSignature.Sign(WebhookWorld.SecretOf(WebhookWorld.Lumen, 1), "msg_1", at, Encoding.UTF8.GetBytes(Body));
        });

        answer.Status.ShouldBe(status);
    }

    [Fact]
    public async Task Both_secrets_are_valid_during_a_rotation_and_the_old_one_ends_with_the_next()
    {
        (await world.PostSignedAsync(Body, id: "a")).Status.ShouldBe(202);
        await world.Secrets.RotateAsync(WebhookWorld.Lumen, SecretName.OfWebhook("n8n"), WebhookWorld.SecretOf(WebhookWorld.Lumen, 2));
        world.Time.Advance(Duration.FromMinutes(1));

        (await world.PostSignedAsync(Body, id: "b")).Status.ShouldBe(202);
        (await world.PostSignedAsync(Body, id: "c", secret: WebhookWorld.SecretOf(WebhookWorld.Lumen, 2))).Status.ShouldBe(202);
        await world.Secrets.RotateAsync(WebhookWorld.Lumen, SecretName.OfWebhook("n8n"), WebhookWorld.SecretOf(WebhookWorld.Lumen, 3));
        world.Time.Advance(Duration.FromMinutes(1));
        (await world.PostSignedAsync(Body, id: "d")).Status.ShouldBe(401);
    }

    [Theory]
    [InlineData("HEAD", "lumen", 200)]
    [InlineData("HEAD", "made-up", 200)]
    [InlineData("GET", "lumen", 405)]
    [InlineData("PUT", "made-up", 405)]
    public async Task Only_post_brings_events(string method, string engagement, int status) =>
        (await world.PostAsync("n8n", Body, [], engagement, method)).Status.ShouldBe(status);

    [Theory]
    [InlineData("application/json", 202)]
    [InlineData("Application/JSON; charset=UTF-8", 202)]
    [InlineData("application/json; charset=\"utf-8\"", 202)]
    [InlineData("application/cloudevents+json", 202)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("json", 415)]
    [InlineData("", 415)]
    [InlineData(null, 415)]
    public async Task Only_json_in_utf8_is_taken(string? contentType, int status)
    {
        (await world.PostAsync("zapier", Body, WebhookWorld.Headers(("authorization", "bearer token-lumen-zapier")), contentType: contentType)).Status.ShouldBe(status);
        var unknown = await world.PostAsync("zapier", Body, [], "made-up", contentType: contentType);
        unknown.Status.ShouldBe(status == 202 ? 401 : status);
    }

    [Theory]
    [InlineData(1024 * 1024, 202)]
    [InlineData((1024 * 1024) + 1, 413)]
    [InlineData(3 * 1024 * 1024, 413)]
    public async Task A_body_over_one_mebibyte_is_refused_whoever_sends_it(int length, int status)
    {
        var body = new string(' ', length - 2) + "{}";

        (await world.PostAsync("zapier", body, WebhookWorld.Headers(("authorization", "Bearer token-lumen-zapier")))).Status.ShouldBe(status);
        (await world.PostAsync("zapier", body, [], "made-up")).Status.ShouldBe(status == 413 ? 413 : 401);
    }

    [Theory]
    [InlineData("make", "Authorization", "Basic bWFrZXI6dG9rZW4tbHVtZW4tbWFrZQ==")]
    [InlineData("crm", "x-crm-key", "token-lumen-crm")]
    [InlineData("zapier", "AUTHORIZATION", "Bearer token-lumen-zapier")]
    public async Task A_token_is_taken_where_the_engagement_says(string source, string header, string value) =>
        (await world.PostAsync(source, Body, WebhookWorld.Headers((header, value)))).Status.ShouldBe(202);

    [Fact]
    public async Task The_senders_id_tells_a_repetition_and_the_body_never_does()
    {
        await world.PostSignedAsync(Body, id: "a");
        await world.PostSignedAsync(Body, id: "b");
        (await world.DeliveriesAsync()).Count.ShouldBe(2);
        await world.DrainAsync();

        (await world.PostSignedAsync(Body, id: "a")).Status.ShouldBe(202);
        (await world.DeliveriesAsync()).Count.ShouldBe(2);
        world.Queue.Take(JobQueues.Webhooks).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_an_id_each_delivery_counts()
    {
        var headers = WebhookWorld.Headers(("authorization", "Bearer token-lumen-zapier"));

        await world.PostAsync("zapier", Body, headers);
        await world.PostAsync("zapier", Body, headers);

        (await world.DeliveriesAsync()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("make", "authorization", "Basic bWFrZXI6dG9rZW4tbHVtZW4tbWFrZQ==", "", "")]
    [InlineData("crm", "x-crm-key", "token-lumen-crm", "x-event-id", "7")]
    [InlineData("zapier", "authorization", "Bearer token-lumen-zapier", "webhook-id", "7")]
    [InlineData("zapier", "authorization", "Bearer token-lumen-zapier", "idempotency-key", "7")]
    public async Task A_token_senders_id_is_where_the_engagement_says_or_in_the_usual_header(string source, string header, string value, string idHeader, string id)
    {
        var headers = WebhookWorld.Headers((header, value));
        if (idHeader.Length > 0)
            headers[idHeader] = id;

        await world.PostAsync(source, """{"type":"a","event":{"id":7}}""", headers);
        await world.PostAsync(source, """{"type":"a","event":{"id":7},"again":true}""", headers);

        (await world.DeliveriesAsync()).ShouldHaveSingleItem().SenderId.ShouldBe("7");
    }

    [Fact]
    public async Task The_same_id_of_two_clients_is_two_events()
    {
        await world.PostSignedAsync(Body);
        await world.PostSignedAsync(Body, engagement: "other", secret: WebhookWorld.SecretOf(WebhookWorld.Other, 1));

        (await world.DeliveriesAsync()).Count.ShouldBe(1);
        (await world.DeliveriesAsync(WebhookWorld.Other)).Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(100_000, 3)]
    public async Task A_crash_at_any_effect_is_mended_by_the_senders_next_attempt(int blanks, int effects)
    {
        var body = Body + new string(' ', blanks);
        for (var at = 1; at <= effects; at++)
        {
            foreach (var after in new[] { false, true })
            {
                var fresh = new WebhookWorld { Crashes = { At = at, After = after } };
                await Should.ThrowAsync<CrashException>(() => fresh.PostSignedAsync(body));

                (await fresh.PostSignedAsync(body)).Status.ShouldBe(202);

                (await fresh.DeliveriesAsync()).Count.ShouldBe(1);
                fresh.Queue.Sent.Count.ShouldBe(at == effects && after ? 2 : 1);
                await fresh.DrainAsync();
                (await fresh.DeliveriesAsync()).Single().Outcome.ShouldBe(WebhookOutcome.Kept);
            }
        }
    }

    [Fact]
    public async Task What_is_turned_on_now_works_now_and_a_closed_engagement_takes_nothing()
    {
        var headers = WebhookWorld.Headers(("authorization", "Bearer new"));
        (await world.PostAsync("new", Body, headers)).Status.ShouldBe(401);
        world.Registry[WebhookWorld.Lumen] = WebhookWorld.Yaml("lumen") + "\n  - {source: new, scheme: token}";
        await world.Secrets.RotateAsync(WebhookWorld.Lumen, SecretName.OfWebhook("new"), "new");
        world.Time.Advance(Duration.FromSeconds(1));

        (await world.PostAsync("new", Body, headers)).Status.ShouldBe(202);
        world.Registry[WebhookWorld.Lumen] = WebhookWorld.Yaml("lumen", state: "closed");
        world.Time.Advance(Duration.FromMinutes(1));
        (await world.PostSignedAsync(Body)).Status.ShouldBe(401);
    }

    [Fact]
    public async Task A_file_with_errors_counts_as_it_was_and_a_source_without_a_secret_takes_nothing()
    {
        (await world.PostSignedAsync(Body, id: "a")).Status.ShouldBe(202);
        world.Registry[WebhookWorld.Lumen] = "id: [";
        world.Time.Advance(Duration.FromMinutes(1));
        (await world.PostSignedAsync(Body, id: "b")).Status.ShouldBe(202);

        await world.Secrets.RemoveAsync(WebhookWorld.Lumen, SecretName.OfWebhook("n8n"));
        world.Time.Advance(Duration.FromMinutes(1));
        (await world.PostSignedAsync(Body, id: "c")).Status.ShouldBe(401);
        (await world.PostAsync("n8n", Body, WebhookWorld.Headers(("authorization", "Bearer ")))).Status.ShouldBe(401);
    }

    private static string Basic(string credentials) => "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
}
