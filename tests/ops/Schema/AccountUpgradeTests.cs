using Azure.Data.Tables;
using Azure.Storage.Blobs;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Tests;
using OpsAutomation.Closing;
using OpsAutomation.Engagements;
using OpsAutomation.Ops.Tests.EndToEnd;
using OpsAutomation.Ports;
using OpsAutomation.Schema;

namespace OpsAutomation.Ops.Tests.Schema;

/// <summary>An account of the version before, met by several at once.</summary>
public sealed class AccountUpgradeTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly StateKey Mark = new("schema", "version");
    private readonly OpsRun ops = new() { Environment = { ["AzureWebJobsStorage"] = azurite.ConnectionString } };
    private readonly AzureStateStore state = new(new TableServiceClient(azurite.ConnectionString), new AzureBlobStore(new BlobServiceClient(azurite.ConnectionString)));

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task Started_at_once_and_killed_midway_apps_bring_an_account_up_once()
    {
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        for (var round = 0; round < 4; round++)
        {
            await state.CommitAsync(EngagementId.App, [StateChange.Put(Mark, "1")]);
            await state.CommitAsync(Lumen, [StateChange.Put(new("retention", "closed"), $"\"2026-10-0{round + 1}\"")]);
            await new ClosureStore(state).RemoveAsync(Lumen);
            using var killed = OpsProcess.Start(ops.Home + "-a", ops.Environment, "decision", "list", "-e", "lumen");
            using var first = OpsProcess.Start(ops.Home + "-b", ops.Environment, "decision", "list", "-e", "lumen");
            using var second = OpsProcess.Start(ops.Home + "-c", ops.Environment, "audit", "-e", "lumen");
            await Task.Delay(TimeSpan.FromMilliseconds(300 + (150 * round)), TestContext.Current.CancellationToken);
            await killed.KillAsync();

            foreach (var outcome in new[] { await first.WaitAsync(), await second.WaitAsync() })
            {
                // 3 says that nothing was done and that it may be run again: storage was away, as it may be while much else runs.
                outcome.ExitCode.ShouldBeOneOf([0, 3], outcome.Error);
                if (outcome.ExitCode == 3)
                    await ops.DoAsync("decision", "list", "-e", "lumen");
            }

            (await MarkAsync()).ShouldBe($"{StateSchema.Current}");
            (await new ClosureStore(state).FindAsync(Lumen)).ShouldBe(new(new(2026, 10, round + 1)));
        }
    }

    // It looks once a minute: run by -explicit only.
    [Fact(Explicit = true)]
    public async Task An_app_that_serves_an_account_that_became_newer_ends_and_says_why()
    {
        await ops.DoAsync("init", "kestrel", "--name", "Kestrel", "--lang", "en", "--start", "2026-01-05");
        using var app = OpsProcess.Start(ops.Home, ops.Environment, "serve", "--port", "0");
        (await app.Output.ReadLineAsync(TestContext.Current.CancellationToken))!.ShouldContain("Serving");
        await state.CommitAsync(EngagementId.App, [StateChange.Put(Mark, "99")]);

        var outcome = await app.WaitAsync();

        outcome.ExitCode.ShouldBe(1);
        outcome.Error.ShouldContain("is of version 99, written by a newer version of ops");
        await state.CommitAsync(EngagementId.App, [StateChange.Put(Mark, $"{StateSchema.Current}")]);
    }

    private async Task<string?> MarkAsync() => (await state.FindAsync(EngagementId.App, Mark))?.Value;
}
