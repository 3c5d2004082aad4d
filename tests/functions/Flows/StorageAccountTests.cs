using OpsAutomation.Azure.Tests;
using OpsAutomation.Functions.Tests.Running;
using OpsAutomation.Testing;

[assembly: AssemblyFixture(typeof(Azurite))]

namespace OpsAutomation.Functions.Tests.Flows;

public sealed class StorageAccountTests(Azurite azurite)
{
    [Fact]
    public async Task Two_apps_with_homes_of_their_own_share_the_work_of_one_storage_account()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal) { ["AzureWebJobsStorage"] = azurite.ConnectionString };
        var time = new ManualTime(DayOfWork.Monday);
        await using var first = await RunningApp.StartAsync(time, settings);
        await using var second = await RunningApp.StartAsync(time, settings);
        await first.RegisterAsync(Samples.Company, Samples.Yaml);

        await DayOfWork.UploadAsync(first, second);
        await DayOfWork.DigestAsync(second, first);
        await first.TickAsync<Triggers.SendDueDigests>();

        new[] { first, second }
            .Select(app => Path.Combine(app.Home, "outbox", Samples.Company))
            .Where(Directory.Exists)
            .Sum(outbox => Directory.GetFiles(outbox, "*elise*").Length)
            .ShouldBe(1);
        (await second.Client.GetStringAsync("health")).ShouldContain("\"ready\"");
    }
}
