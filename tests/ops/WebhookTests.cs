using System.Text.Json;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Local;

namespace OpsAutomation.Ops.Tests;

public sealed class WebhookTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    private string FileOf => Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml");

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");

    [Fact]
    public async Task Adding_a_source_prints_its_url_its_secret_and_the_steps_and_keeps_what_is_in_the_file()
    {
        var before = await File.ReadAllTextAsync(FileOf);
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com/";

        var output = await ops.DoAsync("webhook", "add", "n8n", "-e", "lumen");

        output.ShouldContain("https://ops.example.com/api/engagements/lumen/webhooks/n8n\n");
        output.ShouldMatch(@"Secret: +whsec_[A-Za-z0-9+/]{43}=\n");
        output.ShouldContain("\n1. In n8n:");
        (await File.ReadAllTextAsync(FileOf)).ShouldBe(before.TrimEnd('\n') + "\n\nwebhooks:\n  - {source: n8n, scheme: standard}\n");
    }

    [Theory]
    [InlineData("zapier", "{source: zapier, scheme: token}", "Authorization: Bearer ")]
    [InlineData("pipedrive", "{source: pipedrive, scheme: token, token: basic}", "user pipedrive, password")]
    [InlineData("crm --header X-Key", "{source: crm, scheme: token, token: header, header: X-Key}", "X-Key: ")]
    public async Task A_tool_that_cannot_sign_gets_a_token(string words, string item, string step)
    {
        var output = await ops.DoAsync(["webhook", "add", .. words.Split(' '), "-e", "lumen"]);

        output.ShouldContain(step);
        (await File.ReadAllTextAsync(FileOf)).ShouldContain(item);
    }

    [Fact]
    public async Task The_secret_is_shown_once_and_a_second_add_is_refused()
    {
        var first = await ops.DoAsync("webhook", "add", "zapier", "-e", "lumen");
        var secret = first.Split('\n').Single(line => line.StartsWith("Secret:", StringComparison.Ordinal))["Secret:".Length..].Trim();

        var again = await ops.RunAsync("webhook", "add", "zapier", "-e", "lumen");

        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain("ops webhook rotate zapier -e lumen");
        again.Error.ShouldNotContain(secret);
        (await File.ReadAllTextAsync(FileOf)).Split("source: zapier").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("crm", "crm --to https://example.com/hook", "endpoint")]
    [InlineData("crm --to https://example.com/hook", "CRM", "source")]
    public async Task A_name_that_stands_for_the_other_direction_is_refused_and_the_file_left_alone(string first, string second, string wanted)
    {
        await ops.DoAsync(["webhook", "add", .. first.Split(' '), "-e", "lumen"]);
        var before = await File.ReadAllTextAsync(FileOf);

        var outcome = await ops.RunAsync(["webhook", "add", .. second.Split(' '), "-e", "lumen"]);

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain($"choose another name for the {wanted}");
        (await File.ReadAllTextAsync(FileOf)).ShouldBe(before);
    }

    [Theory]
    [InlineData("Bad Name")]
    [InlineData("x --scheme md5")]
    [InlineData("x --token cookie")]
    [InlineData("x --to http://example.com")]
    [InlineData("x --to https://169.254.169.254/latest")]
    [InlineData("x --to https://localhost/x")]
    [InlineData("x --to https://example.com --types kpi.wrong")]
    public async Task What_the_file_does_not_allow_is_refused_and_the_file_left_alone(string words)
    {
        var before = await File.ReadAllTextAsync(FileOf);
        string[] name = words.StartsWith("Bad", StringComparison.Ordinal) ? [words] : words.Split(' ');

        var outcome = await ops.RunAsync(["webhook", "add", .. name, "-e", "lumen"]);

        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldBe("");
        (await File.ReadAllTextAsync(FileOf)).ShouldBe(before);
    }

    [Fact]
    public async Task A_second_source_joins_the_first_and_a_list_on_one_line_is_left_to_the_person()
    {
        await ops.DoAsync("webhook", "add", "n8n", "-e", "lumen");
        await ops.DoAsync("webhook", "add", "make", "-e", "lumen");
        (await File.ReadAllTextAsync(FileOf)).ShouldContain("webhooks:\n  - {source: make, scheme: token}\n  - {source: n8n, scheme: standard}\n");

        await File.WriteAllTextAsync(FileOf, (await File.ReadAllTextAsync(FileOf)) + "events: [{id: a, url: \"https://example.com\"}]\n");
        var outcome = await ops.RunAsync("webhook", "add", "b", "--to", "https://example.org/in", "-e", "lumen");
        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("{id: b, url: \"https://example.org/in\"}");
    }

    [Theory]
    [InlineData("n8n")]
    [InlineData("zapier")]
    [InlineData("pipedrive")]
    public async Task A_test_event_goes_through_verification_and_is_listed(string source)
    {
        await ops.DoAsync("webhook", "add", source, "-e", "lumen");

        (await ops.DoAsync("webhook", "test", source, "-e", "lumen")).ShouldStartWith("Verified, stored and handled");

        var delivery = (await ops.JsonAsync("webhook", "deliveries", "-e", "lumen")).GetProperty("in")[0];
        delivery.GetProperty("source").GetString().ShouldBe(source);
        delivery.GetProperty("outcome").GetString().ShouldBe("tested");
        delivery.GetProperty("types")[0].GetString().ShouldBe("ping");
        (await ops.DoAsync("webhook", "deliveries", "-e", "lumen")).ShouldEndWith($"{source}: 1 test\n");
    }

    [Fact]
    public async Task A_rotation_keeps_the_last_secret_unless_it_is_known_to_somebody_else()
    {
        await ops.DoAsync("webhook", "add", "n8n", "-e", "lumen");
        await ops.DoAsync("webhook", "rotate", "n8n", "-e", "lumen");
        (await SecretsAsync("webhook-n8n")).ShouldBe(2);

        (await ops.DoAsync("webhook", "rotate", "n8n", "-e", "lumen", "--now")).ShouldEndWith("The former secrets have ended.\n");
        (await SecretsAsync("webhook-n8n")).ShouldBe(1);
        await ops.DoAsync("webhook", "rotate", "links", "-e", "lumen");
        (await SecretsAsync("links")).ShouldBe(1);
    }

    [Fact]
    public async Task A_secret_that_the_other_side_made_is_read_from_a_file()
    {
        var file = ops.Write("secret.txt", "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n");

        (await ops.DoAsync("webhook", "add", "n8n", "-e", "lumen", "--secret-file", file)).ShouldContain("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        (await ops.RunAsync("webhook", "rotate", "n8n", "-e", "lumen", "--secret-file", ops.Write("short.txt", "short"))).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_is_added_with_its_types_and_a_name_that_is_not_there_is_refused()
    {
        var output = await ops.DoAsync("webhook", "add", "board", "--to", "https://hooks.example.com/in?x=1", "--types", "kpi.off-target, milestone.late", "-e", "lumen");

        output.ShouldContain("https://hooks.example.com/in?x=1\n");
        (await File.ReadAllTextAsync(FileOf)).ShouldContain("  - {id: board, url: \"https://hooks.example.com/in?x=1\", types: [kpi.off-target, milestone.late]}\n");
        (await SecretsAsync("events-board")).ShouldBe(1);
        (await ops.RunAsync("webhook", "test", "bord", "-e", "lumen")).Error.ShouldContain("It has: board.");
    }

    [Fact]
    public async Task The_list_of_recipients_says_who_has_unsubscribed_and_when()
    {
        await File.WriteAllTextAsync(FileOf, """
            {id: lumen, name: Atelier, locale: en-GB, start: 2025-12-01, zone: Europe/London,
             recipients: [{id: paul, name: Paul, email: paul@example.com}, {id: ann, name: Ann, email: ann@example.com, day: friday, time: "08:00"}]}
            """);
        using (var home = await LocalHome.OpenAsync(ops.Home, ops.Time))
            await new DigestLedger(home.State).PutAsync(EngagementId.Parse("lumen"), new("paul", new(2026, 1, 5), null, DigestPause.ByRecipient, ops.Time.Now));

        var list = await ops.DoAsync("digest", "list", "-e", "lumen");

        list.ShouldContain("paul  Paul  Monday 7:30  unsubscribed on 5 Jan 2026 8:00, by the link in a digest\n");
        list.ShouldContain("ann   Ann   Friday 8:00  sent\n");
        await ops.DoAsync("digest", "resume", "--to", "paul", "-e", "lumen");
        (await ops.DoAsync("digest", "list", "-e", "lumen")).ShouldContain("paul  Paul  Monday 7:30  sent\n");
    }

    private async Task<int> SecretsAsync(string name)
    {
        await using var stream = File.OpenRead(Path.Combine(ops.Home, "secrets.json"));
        using var document = await JsonDocument.ParseAsync(stream);
        return document.RootElement.GetProperty("lumen").GetProperty(name).GetArrayLength();
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
