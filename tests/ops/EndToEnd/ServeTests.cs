using System.Diagnostics;
using System.Text.Json;

namespace OpsAutomation.Ops.Tests.EndToEnd;

public sealed class ServeTests
{
    [Fact]
    public async Task The_app_answers_lets_commands_work_and_stops_when_it_is_asked_to()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to ask a process to stop.");
        using var run = new OpsRun();
        await run.DoAsync("init", "acme", "--name", "Acme", "--lang", "en", "--start", "2026-11-02");
        using var app = OpsProcess.Start(run.Home, "serve", "--port", "0");
        var address = (await app.Output.ReadLineAsync())!.Split(' ')[^1];
        address.ShouldStartWith("http://127.0.0.1:");
        var keys = (await app.Output.ReadLineAsync())!;
        keys.ShouldContain(Path.Combine(run.Home, "function-keys.json"));

        using var client = new HttpClient();
        using var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(run.Home, "function-keys.json")));
        client.DefaultRequestHeaders.Add("x-functions-key", kept.RootElement.GetProperty("function").GetString());
        (await client.GetStringAsync(address + "/portfolio")).ShouldContain("Acme");
        await run.DoAsync("kpis", "-e", "acme");
        using var second = OpsProcess.Start(run.Home, "serve", "--port", "0");
        var refused = await second.WaitAsync();
        using (var term = Process.Start("kill", ["-TERM", $"{app.Id}"]))
            await term.WaitForExitAsync();
        var outcome = await app.WaitAsync();

        refused.ExitCode.ShouldBe(1);
        refused.Error.ShouldContain("serves");
        outcome.ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("70000")]
    [InlineData("-1")]
    [InlineData("http")]
    public async Task A_port_that_is_none_is_wrong_usage(string port)
    {
        using var run = new OpsRun();

        var outcome = await run.RunAsync("serve", "--port", port);

        outcome.ExitCode.ShouldBe(2);
        outcome.Error.ShouldContain("--port");
    }
}
