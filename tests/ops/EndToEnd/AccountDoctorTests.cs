using System.IO.Compression;
using System.Text.Json;
using Azure.Data.Tables;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Azure.Storage.Sas;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ops.Doctoring;
using OpsAutomation.Ports;
using OpsAutomation.Testing;

namespace OpsAutomation.Ops.Tests.EndToEnd;

/// <summary><c>ops doctor</c> on a storage account: what it tries, what it finds, and that it leaves nothing behind.</summary>
public sealed class AccountDoctorTests : IAsyncLifetime, IDisposable
{
    private static readonly string[] Timers = ["CheckHeartbeats", "PublishDueDocuments", "PullExports", "RefreshKpis", "SendDueDigests"];

    // One for each test: what one leaves would be found by another.
    private readonly Azurite azurite = new();
    private readonly OpsRun ops = new();

    private BlobServiceClient Blobs => new(azurite.ConnectionString);

    private BlobContainerClient Hosts => Blobs.GetBlobContainerClient("azure-webjobs-hosts");

    public async ValueTask InitializeAsync()
    {
        await azurite.InitializeAsync();
        ops.Environment["AzureWebJobsStorage"] = azurite.ConnectionString;
    }

    public ValueTask DisposeAsync() => azurite.DisposeAsync();

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task What_is_missing_is_named_one_by_one_and_what_is_there_is_written_to_and_left_as_it_was()
    {
        await Blobs.GetBlobContainerClient(StorageNames.Documents).CreateAsync();

        (await StatusesAsync("storage-blobs")).ShouldBe(["fail", "fail", "fail", "fail", "ok"]);
        // The doctor has them made on the emulator, as every command does.
        (await StatusesAsync("storage-blobs", "storage-tables", "storage-queues")).ShouldBe(Enumerable.Repeat("ok", 18));

        foreach (var container in StorageNames.Containers)
        {
            await foreach (var blob in Blobs.GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: TestContext.Current.CancellationToken))
                blob.Name.ShouldNotStartWith("_doctor");
        }

        await foreach (var entity in new TableServiceClient(azurite.ConnectionString).GetTableClient(StorageNames.State).QueryAsync<TableEntity>("PartitionKey eq '_doctor'", cancellationToken: TestContext.Current.CancellationToken))
            entity.ShouldBeNull();
        foreach (var queue in JobQueues.All.SelectMany(queue => new[] { queue, queue + JobQueues.PoisonSuffix }))
            (await new QueueServiceClient(azurite.ConnectionString).GetQueueClient(queue).GetPropertiesAsync(TestContext.Current.CancellationToken)).Value.ApproximateMessagesCount.ShouldBe(0, queue);
    }

    [Fact]
    public async Task A_right_to_read_alone_is_told_from_one_to_write()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        var key = new StorageSharedKeyCredential(Azurite.Account, Azurite.Key);
        var sas = new AccountSasBuilder(AccountSasPermissions.Read | AccountSasPermissions.List, RealTime().AddHours(1), AccountSasServices.All, AccountSasResourceTypes.All) { Protocol = SasProtocol.HttpsAndHttp }
            .ToSasQueryParameters(key);
        await using var reader = new ServiceCollection()
            .AddSingleton(new BlobServiceClient(new Uri($"{azurite.Blobs}?{sas}")))
            .AddSingleton(new QueueServiceClient(new Uri($"{azurite.Queues}?{sas}")))
            .AddSingleton(new TableServiceClient(azurite.ConnectionString))
            .AddSingleton<ISecretStore>(new InMemorySecretStore())
            .BuildServiceProvider();

        var found = await new AccountChecks(reader, new ConfigurationBuilder().Build(), RealTime()).RunAsync(TestContext.Current.CancellationToken);

        var said = string.Join('\n', found.Select(finding => $"{finding.Id} {finding.Status} {finding.What.En}"));
        found.Where(finding => finding.Id == "storage-blobs").ShouldAllBe(finding => finding.What.En.EndsWith("and not write to it."), said);
        found.Single(finding => finding.What.En.Contains("container inbox", StringComparison.Ordinal)).Mend!.En.ShouldStartWith("Give it the role Storage Blob Data Contributor");
        found.Where(finding => finding.Id == "storage-queues").ShouldAllBe(finding => finding.Status == FindingStatus.Fail, said);
        found.Single(finding => finding.Id == "storage-tables").Status.ShouldBe(FindingStatus.Ok);
        found.ShouldNotContain(finding => finding.Id == "timers");
    }

    [Fact]
    public async Task Timers_that_are_late_or_never_ran_are_named_and_the_latest_status_of_each_counts()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        (await ChecksAsync()).Single(check => check.Id == "timers").Status.ShouldBe("warn");

        await Hosts.CreateAsync();
        await ReportAsync("gone", Timers, Duration.FromDays(-30));
        await ReportAsync("app", ["CheckHeartbeats", "PullExports", "RefreshKpis", "SendDueDigests"], Duration.FromMinutes(10));
        (await ChecksAsync()).Single(check => check.Id == "timers").What.ShouldBe("Timers are late: PublishDueDocuments (last 2025-12-06 07:45 UTC).");

        await ReportAsync("app", ["PublishDueDocuments"], Duration.FromMinutes(-19));
        (await ChecksAsync()).Single(check => check.Id == "timers").Status.ShouldBe("ok");
        await ReportAsync("app", ["PullExports"], Duration.FromMinutes(-21));
        var late = (await ChecksAsync()).Single(check => check.Id == "timers");
        (late.Status, late.Mend).ShouldBe(("fail", "See that the app runs and its log; a timer that is disabled in the portal does not run either."));
        late.What.ShouldContain("PullExports");
    }

    [Theory]
    [InlineData("""{"version": "2.0", "extensions": {"http": {"routePrefix": ""}, "queues": {"messageEncoding": "none"}}}""", "fail", "http.routePrefix")]
    [InlineData("nonsense", "fail", "cannot be read")]
    [InlineData(null, "fail", "holds no host.json")]
    [InlineData("", "ok", "has the values")]
    public async Task The_host_json_of_the_deployed_package_is_looked_at(string? host, string status, string what)
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        (await ChecksAsync()).ShouldNotContain(check => check.Id == "deployed-host-json");
        var container = Blobs.GetBlobContainerClient(StorageNames.Deployment);
        await container.CreateAsync();
        await container.UploadBlobAsync("older.zip", BinaryData.FromString("no zip"));
        await container.UploadBlobAsync("released-package.zip", Package(host == "" ? await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "host.json")) : host));
        // Dates of blobs are by the second.
        await container.DeleteBlobAsync("older.zip");

        var check = (await ChecksAsync()).Single(check => check.Id == "deployed-host-json");

        (check.Status, check.What.Contains(what, StringComparison.Ordinal)).ShouldBe((status, true), check.What);
    }

    [Fact]
    public async Task What_waits_what_failed_for_good_and_state_of_a_newer_version_are_found()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        await new QueueServiceClient(azurite.ConnectionString).GetQueueClient("kpis-poison").SendMessageAsync("x", TestContext.Current.CancellationToken);
        (await ChecksAsync()).Single(check => check.Id == "poison").Mend.ShouldContain("ops replay");

        await new AzureStateStore(new TableServiceClient(azurite.ConnectionString), new AzureBlobStore(Blobs)).CommitAsync(EngagementId.App, [StateChange.Put(new("schema", "version"), "99")], TestContext.Current.CancellationToken);
        var outcome = await ops.RunAsync("doctor");
        outcome.ExitCode.ShouldBe(1);
        outcome.Output.ShouldContain("is of version 99, written by a newer version of ops");
    }

    private static DateTimeOffset RealTime() => Azure.Tests.RealTime.Clock.GetUtcNow();

    private static BinaryData Package(string? host)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var writer = new StreamWriter(zip.CreateEntry("worker.config.json").Open()))
                writer.Write("{}");
            if (host is not null)
            {
                using var writer = new StreamWriter(zip.CreateEntry("host.json").Open());
                writer.Write(host);
            }
        }

        return BinaryData.FromBytes(bytes.ToArray());
    }

    private async Task ReportAsync(string host, string[] timers, Duration next)
    {
        foreach (var name in timers)
        {
            var at = (ops.Time.Now + next).ToDateTimeUtc();
            var status = JsonSerializer.Serialize(new { Last = at.AddMinutes(-15), Next = at, LastUpdated = at.AddMinutes(-15) });
            await Hosts.GetBlobClient($"timers/{host}/Host.Functions.{name}/status").UploadAsync(BinaryData.FromString(status), overwrite: true);
        }
    }

    private async Task<IEnumerable<string>> StatusesAsync(params string[] ids) => (await ChecksAsync()).Where(check => ids.Contains(check.Id, StringComparer.Ordinal)).Select(check => check.Status);

    private async Task<IReadOnlyList<(string Id, string Status, string What, string Mend)>> ChecksAsync() =>
    [
        .. JsonDocument.Parse((await ops.RunAsync("doctor", "--json")).Output).RootElement.GetProperty("checks").EnumerateArray()
            .Select(check => (check.GetProperty("id").GetString()!, check.GetProperty("status").GetString()!, check.GetProperty("what").GetString()!, check.GetProperty("mend").GetString() ?? "")),
    ];
}
