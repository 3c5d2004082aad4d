using System.IO.Compression;
using System.Net;
using System.Text;
using Azure.Storage.Blobs;
using NodaTime;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Engagements;

namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary><c>ops close</c> on a storage account, and what becomes of the engagement in the app that serves it.</summary>
public sealed class CloseOnAccountTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private readonly BlobServiceClient blobs = new(azurite.ConnectionString);
    private readonly OpsRun ops = new() { Environment = { ["AzureWebJobsStorage"] = azurite.ConnectionString } };

    private string Zip => Path.Combine(ops.Folder, "handover.zip");

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task All_of_it_is_handed_over_nothing_is_due_any_more_and_retention_counts_from_that_day()
    {
        await PlantAsync("lumen", "Zzlumen", "retention: {factsAfterClose: 30}\n");
        await PlantAsync("other", "Zzother", "");
        (await ops.RunAsync("close", "-e", "lumen", "--out", Zip)).ExitCode.ShouldBe(1);
        File.Exists(Zip).ShouldBeFalse();

        (await ops.DoAsync("close", "-e", "lumen", "--out", Zip, "--yes", "--by", "laura")).ShouldContain("open index.html in it");

        using (var zip = await ZipFile.OpenReadAsync(Zip, TestContext.Current.CancellationToken))
        {
            var names = zip.Entries.Select(entry => entry.FullName).ToList();
            new[] { "index.html", "index.md", "engagement.yaml", "facts/deal.csv", "facts/deal.jsonl", "logbook.csv", "audit.csv", "documents/index.html", "files/inbox/deals.csv" }
                .Except(names, StringComparer.Ordinal).ShouldBeEmpty();
            foreach (var entry in zip.Entries)
            {
                using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
                (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldNotContain("Zzother", Case.Sensitive, entry.FullName);
            }
        }

        (await YamlAsync("lumen")).ShouldContain("state: closed");
        (await YamlAsync("other")).ShouldContain("state: active");
        (await ops.JsonAsync("audit", "-e", "lumen")).GetRawText().ShouldContain("engagement.closed");
        (await FactsAsync("lumen")).ShouldNotBe(0);
        ops.Time.Now += Duration.FromDays(31);
        (await ops.DoAsync("run", "-e", "lumen")).ShouldContain("closed");
        (await FactsAsync("lumen")).ShouldBe(0);
        (await FactsAsync("other")).ShouldNotBe(0);
        (await ops.DoAsync("decision", "list", "-e", "lumen")).ShouldContain("Decide Zzlumen");
    }

    [Fact]
    public async Task The_app_answers_for_a_closed_engagement_as_for_one_that_there_is_not()
    {
        await PlantAsync("ended", "Zzended", "");
        await ops.DoAsync("webhook", "add", "n8n", "-e", "ended");
        using var app = OpsProcess.Start(ops.Home, ops.Environment, "serve", "--port", "0");
        var address = (await app.Output.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ')[^1];

        await ops.DoAsync("close", "-e", "ended", "--out", Zip, "--yes");

        using var client = new HttpClient();
        var answers = new List<HttpStatusCode>();
        foreach (var engagement in new[] { "ended", "never-was" })
        {
            using var body = new StringContent("{}", Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri($"{address}/engagements/{engagement}/webhooks/n8n"), body, TestContext.Current.CancellationToken);
            answers.Add(answer.StatusCode);
        }

        answers[0].ShouldBe(answers[1]);
        answers[0].ShouldNotBe(HttpStatusCode.Accepted);
        await app.KillAsync();
    }

    private async Task PlantAsync(string id, string mark, string more)
    {
        await ops.DoAsync("init", id, "--name", $"Client {mark}", "--lang", "en", "--start", "2025-12-01");
        var registry = new AzureEngagementRegistry(blobs);
        await registry.SaveAsync(EngagementId.Parse(id), (await YamlAsync(id)).Replace("state: framing", "state: active", StringComparison.Ordinal) + more);
        var text = $"Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date\n1,Job {mark},Closed Won,Sales,1200.50,2025-12-03,2025-11-01\n";
        await blobs.GetBlobContainerClient(StorageNames.Inbox).GetBlobClient(id + "/deals.csv").UploadAsync(BinaryData.FromString(text), overwrite: true);
        await ops.DoAsync("import", ops.Write($"deals-{id}.csv", text), "-e", id, "--as", "hubspot.deals");
        await ops.DoAsync("decision", "add", "Decide " + mark, "-e", id);
    }

    private async Task<string> YamlAsync(string id) => (await new AzureEngagementRegistry(blobs).FindAsync(EngagementId.Parse(id)))!.Yaml;

    private async Task<int> FactsAsync(string id)
    {
        var count = 0;
        await foreach (var blob in new AzureBlobStore(blobs).ListAsync(EngagementId.Parse(id), "facts/"))
            count++;
        return count;
    }
}
