using System.Net;
using OpsAutomation.Functions.Tests.Running;

namespace OpsAutomation.Functions.Tests.Health;

public sealed class HealthTests(ServedClient served) : IClassFixture<ServedClient>
{
    [Fact]
    public async Task Anybody_learns_that_the_app_lives_and_nothing_else() =>
        (await served.App.Stranger.GetStringAsync("health")).ShouldBe("""{"status":"alive"}""");

    [Theory]
    [InlineData("health?code=a-key-for-health-alone")]
    [InlineData($"health?code={RunningApp.Key}")]
    public async Task Who_has_a_key_learns_how_each_port_is(string address)
    {
        var report = await served.App.Stranger.GetStringAsync(address);

        report.ShouldContain("\"ready\"");
        foreach (var port in new[] { "blobs", "state", "engagements", "queue" })
            report.ShouldContain($$"""{"port":"{{port}}","ready":true}""");
    }

    [Fact]
    public async Task A_wrong_key_is_no_key()
    {
        using var response = await served.App.Stranger.GetAsync("health?code=wrong");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"status":"alive"}""");
    }
}
