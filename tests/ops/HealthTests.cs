using System.Net;
using System.Net.Sockets;
using System.Text;

namespace OpsAutomation.Ops.Tests;

/// <summary><c>ops health</c>, by which a container and a watchdog know that the app lives.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly OpsRun ops = new();
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public void Dispose()
    {
        listener.Dispose();
        ops.Dispose();
    }

    [Fact]
    public async Task An_app_that_answers_is_alive_by_the_option_and_by_the_setting()
    {
        var port = Answer("200 OK");

        (await ops.DoAsync("health", "--port", port)).ShouldBe($"http://127.0.0.1:{port}/api/health is alive.\n");
        ops.Environment["FunctionsRuntime__Port"] = port;
        (await ops.DoAsync("health", "--lang", "fr")).ShouldContain("répond");
        Directory.Exists(ops.Home).ShouldBeFalse();
    }

    [Theory]
    [InlineData("503 Service Unavailable")]
    [InlineData("404 Not Found")]
    [InlineData("no HTTP at all")]
    public async Task What_answers_otherwise_is_not(string status)
    {
        var outcome = await ops.RunAsync("health", "--port", Answer(status));

        outcome.ExitCode.ShouldBe(3);
        outcome.Error.ShouldContain("does not answer as the app does");
    }

    [Fact]
    public async Task Nobody_there_is_a_failure_that_may_be_tried_again_and_a_port_that_is_none_is_wrong_usage()
    {
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        (await ops.RunAsync("health", "--port", $"{port}")).ExitCode.ShouldBe(3);
        (await ops.RunAsync("health", "--port", "http")).ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_in_the_environment_changes_nothing_about_it()
    {
        ops.Environment["AzureWebJobsStorage"] = "UseDevelopmentStorage=true";

        (await ops.DoAsync("health", "--port", Answer("200 OK"))).ShouldContain("is alive");
    }

    private string Answer(string status)
    {
        listener.Start();
        _ = Task.Run(async () =>
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await using var stream = client.GetStream();
                _ = await stream.ReadAsync(new byte[4096]);
                await stream.WriteAsync(Encoding.ASCII.GetBytes(char.IsAsciiDigit(status[0]) ? $"HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n" : status));
            }
        });
        return $"{((IPEndPoint)listener.LocalEndpoint).Port}";
    }
}
