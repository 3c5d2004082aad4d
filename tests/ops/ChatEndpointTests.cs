using System.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Local;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Tests;

public sealed class ChatEndpointTests : IAsyncLifetime
{
    private const string Slack = "https://hooks.slack.com/services/T000/B000/abcdefghijklmnop";
    private const string Teams = "https://prod-12.westeurope.logic.azure.com:443/workflows/abc/triggers/manual/paths/invoke?api-version=2016-06-01&sig=abcdefghijklmnop";
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");

    [Theory]
    [InlineData(Slack, "", "{id: team, as: slack, types: [\"kpi.*\"]}")]
    [InlineData(Teams, "", "{id: team, as: teams, types: [\"kpi.*\"]}")]
    [InlineData("https://chat.example.com/hooks/abcdefghijklmnop", "--as slack", "{id: team, as: slack, types: [\"kpi.*\"]}")]
    public async Task The_URL_of_a_chat_is_kept_with_the_secrets_and_nowhere_else(string url, string kind, string item)
    {
        var output = await ops.DoAsync(["webhook", "add", "team", "--to", url, .. kind.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--types", "kpi.*", "-e", "lumen"]);

        output.ShouldNotContain("abcdefghijklmnop");
        output.ShouldContain("ops webhook test team -e lumen");
        (await File.ReadAllTextAsync(Path.Combine(ops.Home, "engagements", "lumen", "engagement.yaml"))).ShouldContain($"  - {item}\n");
        foreach (var file in Directory.EnumerateFiles(ops.Home, "*", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("secrets", StringComparison.Ordinal)))
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("abcdefghijklmnop", customMessage: file);
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        (await home.Secrets.FindAsync(EngagementId.Parse("lumen"), SecretName.OfEvents("team"))).ShouldBe([url]);
    }

    [Theory]
    [InlineData("--to https://10.0.0.1/services/abcdefghijklmnop --as teams", 1, "The URL of the webhook cannot be used: a public address was expected")]
    [InlineData("--to https://example.com/abcdefghijklmnop --as mail", 2, "--as is slack, teams or events.")]
    [InlineData("--as slack", 1, "--secret-file FILE")]
    public async Task What_cannot_be_a_chat_is_refused_without_telling_the_URL(string words, int code, string expected)
    {
        var outcome = await ops.RunAsync(["webhook", "add", "team", .. words.Split(' '), "-e", "lumen"]);

        outcome.ExitCode.ShouldBe(code);
        outcome.Error.ShouldContain(expected);
        outcome.Error.ShouldNotContain("abcdefghijklmnop");
    }

    [Fact]
    public async Task A_new_URL_comes_from_a_file()
    {
        await ops.DoAsync("webhook", "add", "team", "--to", Slack, "-e", "lumen");
        var file = ops.Write("url.txt", Teams + "\n");

        (await ops.DoAsync("webhook", "rotate", "team", "--secret-file", file, "-e", "lumen")).ShouldNotContain("abcdefghijklmnop");
        using var home = await LocalHome.OpenAsync(ops.Home, ops.Time);
        (await home.Secrets.FindAsync(EngagementId.Parse("lumen"), SecretName.OfEvents("team")))[0].ShouldBe(Teams);
    }

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
