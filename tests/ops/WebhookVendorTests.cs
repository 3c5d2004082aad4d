using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Tests;

public sealed class WebhookVendorTests : IAsyncLifetime
{
    private const string Secret = "a-secret-that-the-vendor-made-01";
    private readonly OpsRun ops = new();

    public static TheoryData<string> MadeByTheVendor { get; } = new("hubspot", "slack", "intercom", "trello", "clickup", "stripe");

    public static TheoryData<string> MadeByUs { get; } = new("typeform", "calendly", "github", "n8n", "zapier");

    public async ValueTask InitializeAsync()
    {
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com";
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");
        await ops.DoAsync("init", "mareva", "--name", "Studio Mareva", "--lang", "fr", "--start", "2025-12-01");
    }

    [Theory]
    [MemberData(nameof(MadeByTheVendor))]
    public async Task A_secret_that_the_vendor_makes_is_handed_over_and_never_shown(string vendor)
    {
        var first = await ops.DoAsync("webhook", "add", vendor, "-e", "lumen");
        first.ShouldContain($"https://ops.example.com/api/engagements/lumen/webhooks/{vendor}\n");
        first.ShouldContain("Secret:  the vendor makes it; nothing is accepted until it is here\n");
        first.ShouldContain($"ops webhook rotate {vendor} -e lumen --secret-file FILE");
        (await ops.RunAsync("webhook", "test", vendor, "-e", "lumen")).Error.ShouldContain("has no secret yet");
        (await ops.RunAsync("webhook", "rotate", vendor, "-e", "lumen")).Error.ShouldContain("The vendor of");

        var output = await ops.DoAsync("webhook", "rotate", vendor, "-e", "lumen", "--secret-file", ops.Write("secret.txt", Secret + "\n"));

        output.ShouldContain("Secret:  the vendor's, taken; it is not shown\n");
        output.ShouldNotContain(Secret);
        output.ShouldNotContain("--secret-file");
        await TryAsync(vendor);
    }

    [Theory]
    [MemberData(nameof(MadeByTheVendor))]
    public async Task It_may_come_with_the_first_command_or_by_standard_input(string vendor)
    {
        ops.Input = Secret + "\n";
        (await ops.DoAsync("webhook", "add", vendor + "-2", "-e", "lumen", "--secret-file", "-")).ShouldNotContain(Secret);

        await TryAsync(vendor + "-2");
    }

    [Theory]
    [MemberData(nameof(MadeByUs))]
    public async Task A_secret_that_we_make_is_shown_once_with_the_steps(string vendor)
    {
        var output = await ops.DoAsync("webhook", "add", vendor, "-e", "lumen");

        output.ShouldMatch(@"Secret:  \S{43,}\n");
        output.ShouldContain("\n1. ");
        await TryAsync(vendor);
        (await ops.RunAsync("webhook", "add", vendor, "-e", "lumen")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task Every_vendor_has_its_steps_in_both_languages_and_in_the_file_its_scheme()
    {
        foreach (var (vendor, _) in WebhookSchemes.Words.Where(pair => pair.Value is not (WebhookScheme.Token or WebhookScheme.Standard)))
        {
            var english = await ops.DoAsync("webhook", "add", vendor, "-e", "lumen");
            var french = await ops.DoAsync("webhook", "add", vendor, "-e", "mareva");
            english.ShouldMatch(@"\n2\. ", vendor);
            french.ShouldMatch(@"\n2\. ", vendor);
            french.ShouldContain("Puis essayez");
            french.ShouldNotContain(" above");
            english.ShouldNotContain("ci-dessus");
            (await File.ReadAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml"))).ShouldContain($"{{source: {vendor}, scheme: {vendor}}}");
        }
    }

    [Fact]
    public async Task The_secret_that_notion_sends_is_awaited_for_an_hour_and_shown()
    {
        (await ops.DoAsync("webhook", "add", "notion", "-e", "lumen")).ShouldContain("awaited from the vendor until");
        (await ops.DoAsync("webhook", "handshake", "notion", "-e", "lumen")).ShouldContain("Nothing has come yet");
        ops.Time.Advance(NodaTime.Duration.FromMinutes(61));
        (await ops.RunAsync("webhook", "handshake", "notion", "-e", "lumen")).Error.ShouldContain("Begin again: ops webhook rotate notion -e lumen");

        await ops.DoAsync("webhook", "rotate", "notion", "-e", "lumen", "--secret-file", ops.Write("secret.txt", Secret));
        (await ops.DoAsync("webhook", "handshake", "notion", "-e", "lumen")).ShouldContain($"Secret:  {Secret}\n");
        await TryAsync("notion");
        (await ops.DoAsync("webhook", "rotate", "notion", "-e", "lumen")).ShouldContain("awaited from the vendor until");
        (await ops.DoAsync("webhook", "rotate", "notion", "-e", "lumen", "--now")).ShouldContain("awaited from the vendor until");
        (await ops.RunAsync("webhook", "test", "notion", "-e", "lumen")).Error.ShouldContain("has no secret yet");
    }

    [Fact]
    public async Task Other_secrets_are_not_shown_again()
    {
        await ops.DoAsync("webhook", "add", "zapier", "-e", "lumen");

        var outcome = await ops.RunAsync("webhook", "handshake", "zapier", "-e", "lumen");

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("Only Notion");
    }

    [Theory]
    [InlineData("hubspot-workflow", "{source: hubspot-workflow, scheme: token}")]
    [InlineData("hubspot --token bearer", "{source: hubspot, scheme: token, token: bearer}")]
    [InlineData("crm --scheme hubspot", "{source: crm, scheme: hubspot}")]
    public async Task The_name_says_the_scheme_unless_the_person_does(string words, string item)
    {
        await ops.DoAsync(["webhook", "add", .. words.Split(' '), "-e", "lumen"]);

        (await File.ReadAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml"))).ShouldContain(item);
    }

    [Fact]
    public async Task Standard_input_without_a_secret_is_refused()
    {
        ops.Input = "short\n";

        (await ops.RunAsync("webhook", "add", "stripe", "-e", "lumen", "--secret-file", "-")).ExitCode.ShouldBe(1);
    }

    private async Task TryAsync(string source)
    {
        (await ops.DoAsync("webhook", "test", source, "-e", "lumen")).ShouldStartWith("Verified, stored and handled in this process (20");
        var delivery = (await ops.JsonAsync("webhook", "deliveries", "--of", source, "-e", "lumen")).GetProperty("in")[0];
        delivery.GetProperty("source").GetString().ShouldBe(source);
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
