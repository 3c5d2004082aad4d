namespace OpsAutomation.Ops.Tests;

public sealed class FeedTests : IAsyncLifetime
{
    private readonly OpsRun ops = new();

    public async ValueTask InitializeAsync() =>
        await ops.DoAsync("init", "lumen", "--name", "Atelier Lumen", "--lang", "en", "--start", "2025-12-01");

    [Fact]
    public async Task A_token_is_shown_once_listed_by_name_and_revoked()
    {
        ops.Environment["Ops__PublicUrl"] = "https://ops.example.com/";
        var output = await ops.DoAsync("feed", "add", "sheets", "-e", "lumen", "--by", "anna");

        output.ShouldMatch("Token: +feed_[A-Za-z0-9_-]{43}\n");
        output.ShouldContain("https://ops.example.com/api/engagements/lumen/kpis.csv\n");
        output.ShouldMatch("=IMPORTDATA\\(\"https://ops.example.com/api/engagements/lumen/kpis.csv\\?token=feed_");
        var token = output.Split('\n').Single(line => line.StartsWith("Token:", StringComparison.Ordinal))["Token:".Length..].Trim();

        var again = await ops.RunAsync("feed", "add", "sheets", "-e", "lumen");
        (again.ExitCode, again.Error.Contains("ops feed revoke sheets -e lumen", StringComparison.Ordinal)).ShouldBe((1, true));
        (await ops.DoAsync("feed", "list", "-e", "lumen")).ShouldContain("sheets");
        var listed = await ops.JsonAsync("feed", "list", "-e", "lumen");
        listed[0].GetProperty("name").GetString().ShouldBe("sheets");
        listed.GetRawText().ShouldNotContain(token);

        (await ops.DoAsync("feed", "revoke", "sheets", "-e", "lumen")).ShouldContain("opens nothing any more");
        (await ops.JsonAsync("feed", "list", "-e", "lumen")).GetArrayLength().ShouldBe(0);
        (await ops.RunAsync("feed", "revoke", "sheets", "-e", "lumen")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_is_none_is_wrong_usage() =>
        (await ops.RunAsync("feed", "add", "My Sheet", "-e", "lumen")).ExitCode.ShouldBe(2);

    public ValueTask DisposeAsync()
    {
        ops.Dispose();
        return ValueTask.CompletedTask;
    }
}
