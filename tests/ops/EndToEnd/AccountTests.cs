using System.Net.Http.Headers;
using System.Text.Json;
using Azure.Storage.Blobs;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary>Commands on the storage account that the environment names.</summary>
public sealed class AccountTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);
    private readonly AzureEngagementRegistry registry = new(new BlobServiceClient(azurite.ConnectionString));
    private readonly OpsRun ops = new() { Environment = { ["AzureWebJobsStorage"] = azurite.ConnectionString } };

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task A_message_that_failed_in_the_served_app_is_mended_replayed_and_applied()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal to ask a process to stop.");
        await ops.DoAsync("init", "mended", "--name", "Mended", "--lang", "en", "--start", "2026-11-02");
        using var app = OpsProcess.Start(ops.Home, ops.Environment, "serve", "--port", "0");
        var address = (await app.Output.ReadLineAsync())!.Split(' ')[^1];
        await UploadAsync(address + "/engagements/mended/exports?file=hubspot-deals.csv");

        var letter = await LetterAsync("mended", "dead");
        letter.GetProperty("queue").GetString().ShouldBe("exports");
        // Half of the rows have no amount; the OBM looks at the file, and lets it in.
        await registry.SaveAsync(EngagementId.Parse("mended"), await ReadAsync("mended") + "\nimports: {rejectionLimit: 60}\n");
        (await ops.DoAsync("replay", letter.GetProperty("id").GetString()!)).ShouldContain("queue exports again");

        await LetterAsync("mended", "mended");
        var kpis = await ops.JsonAsync("kpis", "-e", "mended", "--at", "2026-11-08");
        kpis.GetRawText().ShouldContain("sales.won-amount");
        File.Exists(Path.Combine(ops.Home, "ops.db")).ShouldBeFalse();
        await app.KillAsync();
    }

    [Fact]
    public async Task The_doctor_looks_at_the_account_and_at_its_clock()
    {
        await ops.DoAsync("init", "looked-at", "--name", "Looked at", "--lang", "en", "--start", "2026-01-05");

        var report = JsonDocument.Parse((await ops.RunAsync("doctor", "-e", "looked-at", "--json")).Output).RootElement;

        report.GetProperty("place").GetString().ShouldBe(azurite.Queues.ToString());
        var checks = report.GetProperty("checks").EnumerateArray().ToLookup(check => check.GetProperty("id").GetString(), check => check.GetProperty("status").GetString(), StringComparer.Ordinal);
        checks["storage-blobs"].ShouldBe(Enumerable.Repeat("ok", 5));
        checks["storage-tables"].ShouldBe(["ok"]);
        checks["storage-queues"].ShouldBe(Enumerable.Repeat("ok", 12));
        checks["key-vault"].ShouldBe(["ok"]);
        checks["engagement-file"].ShouldBe(["ok"]);
        // The clock of the test stands in another year than the storage's.
        checks["clock"].ShouldBe(["fail"]);
    }

    [Fact]
    public async Task Every_command_works_on_the_account_and_leaves_secrets_and_mails_at_home()
    {
        await ops.DoAsync("init", "remote", "--name", "Remote", "--lang", "en", "--start", "2026-01-05");
        var again = await ops.RunAsync("init", "remote", "--name", "Remote", "--lang", "en", "--start", "2026-01-05");
        again.ExitCode.ShouldBe(1);
        again.Error.ShouldContain(azurite.Queues.ToString());

        await ops.DoAsync("kpi", "set", "finance.cash", "1200", "--date", "2026-01-04", "-e", "remote", "--by", "laura");
        await ops.DoAsync("decision", "add", "Shall we?", "-e", "remote");
        (await ops.DoAsync("decision", "list", "-e", "remote")).ShouldContain("Shall we?");
        await ops.DoAsync("kpis", "-e", "remote");
        await ops.DoAsync("webhook", "add", "n8n", "-e", "remote");
        (await ops.DoAsync("webhook", "deliveries", "-e", "remote")).ShouldContain("Nothing has come in");
        await registry.SaveAsync(EngagementId.Parse("remote"), """
            id: remote
            name: Remote
            locale: en-GB
            zone: Europe/London
            size: small
            start: 2026-01-05
            sender: operations@remote.example
            recipients:
              - {id: ruth, name: Ruth, email: ruth@remote.example, day: monday, time: "07:30"}
            """);
        (await ops.DoAsync("digest", "list", "-e", "remote")).ShouldContain("Ruth");
        await ops.DoAsync("digest", "-e", "remote", "--approve");
        await ops.DoAsync("digest", "-e", "remote", "--send");
        (await ops.DoAsync("digest", "-e", "remote", "--send")).ShouldContain("already sent");
        await ops.DoAsync("run", "-e", "remote");

        Directory.GetFiles(Path.Combine(ops.Home, "outbox", "remote"), "*.eml").Length.ShouldBe(1);
        File.Exists(Path.Combine(ops.Home, "secrets.json")).ShouldBeTrue();
        File.Exists(Path.Combine(ops.Home, "ops.db")).ShouldBeFalse();
        Directory.Exists(Path.Combine(ops.Home, "engagements")).ShouldBeFalse();
        ops.Environment.Remove("AzureWebJobsStorage");
        (await ops.RunAsync("decision", "list", "-e", "remote")).ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_wrong_usage()
    {
        ops.Environment["AzureWebJobsStorage"] = "nonsense";

        var outcome = await ops.RunAsync("replay");

        outcome.Error.ShouldStartWith("A setting cannot be followed");
        outcome.ExitCode.ShouldBe(2);
    }

    [Fact]
    public async Task An_account_by_identity_that_lacks_a_service_is_wrong_usage()
    {
        ops.Environment.Remove("AzureWebJobsStorage");
        ops.Environment["AzureWebJobsStorage__blobServiceUri"] = "https://ops.blob.core.windows.net";

        var outcome = await ops.RunAsync("replay");

        outcome.Error.ShouldContain("queueServiceUri");
        outcome.ExitCode.ShouldBe(2);
    }

    private async Task<string> ReadAsync(string engagement) => (await registry.FindAsync(EngagementId.Parse(engagement)))!.Yaml;

    private async Task UploadAsync(string address)
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(id => $"{id},Job {id},Closed Won,Sales,{(id % 2 == 0 ? "100.00" : "no amount")},2026-11-03 10:00,2026-10-01 09:00\n"));
        using var kept = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(ops.Home, "function-keys.json")));
        using var client = new HttpClient();
        client.DefaultRequestHeaders.Add("x-functions-key", kept.RootElement.GetProperty("function").GetString());
        using var content = new StringContent("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date\n" + rows, new MediaTypeHeaderValue("text/csv"));
        using var answer = await client.PostAsync(new Uri(address), content);
        answer.IsSuccessStatusCode.ShouldBeTrue();
    }

    private async Task<JsonElement> LetterAsync(string engagement, string state)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            var letters = await ops.JsonAsync("replay", "--all");
            foreach (var letter in letters.EnumerateArray())
            {
                if (letter.GetProperty("engagement").GetString() == engagement && letter.GetProperty("state").GetString() == state)
                    return letter;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), limit.Token);
        }
    }
}
