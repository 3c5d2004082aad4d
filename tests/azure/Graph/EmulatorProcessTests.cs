using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using OpsAutomation.Azure.Graph;
using OpsAutomation.GraphEmulator;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>The emulator as a program of its own: what a suite that kills the app asks it over HTTP.</summary>
public sealed class EmulatorProcessTests
{
    [Fact]
    public async Task It_prints_its_address_takes_faults_and_says_what_was_delivered()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Emulator).Assembly.Location]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        try
        {
            var endpoint = new Uri((await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!);
            var clock = RealTime.Clock;
            var options = new GraphOptions { Endpoint = endpoint, SettleSeconds = 300 };
            var state = new OpsAutomation.Testing.InMemoryStateStore();
            using var clients = new GraphClients(options, state, clock);
            using var http = new HttpClient { BaseAddress = new(endpoint, "/_control/") };
            await http.PutAsJsonAsync("settings", new { moveToSentMilliseconds = 1_500 }, TestContext.Current.CancellationToken);
            await http.PostAsJsonAsync("faults", new { kind = "cutAfter", path = "/send$" }, TestContext.Current.CancellationToken);
            var mailer = new GraphMailer(state, clients, options, clock);
            var engagement = OpsAutomation.Engagements.EngagementId.Parse("atelier-lumen");
            var message = MailWorld.Message with { Attachments = [new("Revue.docx", "application/octet-stream", new byte[10])] };

            (await Should.ThrowAsync<OpsException>(() => mailer.SendAsync(engagement, MailWorld.Key, message))).Kind.ShouldBe(FailureKind.Retriable);
            for (var delivered = false; !delivered;)
            {
                try
                {
                    // The service needs its moment to move the message, which no clock of ours knows.
                    await mailer.SendAsync(engagement, MailWorld.Key, message);
                    delivered = true;
                }
                catch (OpsException)
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }
            }

            var mail = (await http.GetFromJsonAsync<JsonArray>("delivered", TestContext.Current.CancellationToken))!.Single()!;
            (((string)mail["mailbox"]!), (string)mail["key"]!, (string)mail["to"]![0]!, (string)mail["attachments"]![0]!)
                .ShouldBe((MailWorld.Box, MailWorld.Key, "paul@atelier-lumen.example", "Revue.docx"));
            (await http.GetFromJsonAsync<JsonArray>("requests", TestContext.Current.CancellationToken))!.Count.ShouldBeGreaterThan(5);
        }
        finally
        {
            process.Kill();
        }
    }
}
