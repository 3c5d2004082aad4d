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

/// <summary>The version of the state in a storage account, each test on an account of its own.</summary>
public sealed class AccountVersionTests(Azurite azurite) : IClassFixture<Azurite>, IDisposable
{
    private static readonly EngagementId Lumen = EngagementId.Parse("lumen");
    private static readonly StateKey Mark = new("schema", "version");
    private readonly OpsRun ops = new() { Environment = { ["AzureWebJobsStorage"] = azurite.ConnectionString } };
    private readonly AzureStateStore state = new(new TableServiceClient(azurite.ConnectionString), new AzureBlobStore(new BlobServiceClient(azurite.ConnectionString)));

    public void Dispose() => ops.Dispose();

    [Fact]
    public async Task An_account_is_marked_upgraded_and_refused_once_it_is_newer()
    {
        // New: marked by the first command.
        await ops.DoAsync("init", "lumen", "--name", "Lumen", "--lang", "en", "--start", "2026-01-05");
        (await MarkAsync()).ShouldBe($"{StateSchema.Current}");

        // As an app of before there was a mark had left it.
        await state.CommitAsync(EngagementId.App, [StateChange.Remove(Mark)]);
        await state.CommitAsync(Lumen, [StateChange.Put(new("retention", "closed"), "\"2026-10-30\"")]);
        await ops.DoAsync("decision", "list", "-e", "lumen");
        (await MarkAsync()).ShouldBe($"{StateSchema.Current}");
        (await new ClosureStore(state).FindAsync(Lumen)).ShouldBe(new(new(2026, 10, 30)));

        // Taken over by a newer app: neither a command nor the app touches it.
        await state.CommitAsync(EngagementId.App, [StateChange.Put(Mark, "99")]);
        foreach (var command in new string[][] { ["decision", "add", "Shall we?", "-e", "lumen"], ["serve", "--port", "0"] })
        {
            using var process = OpsProcess.Start(ops.Home, ops.Environment, command);
            var outcome = await process.WaitAsync();
            (outcome.ExitCode, outcome.Output).ShouldBe((1, ""));
            outcome.Error.ShouldContain("is of version 99, written by a newer version of ops");
        }

        var log = new List<StateEntry>();
        await foreach (var entry in state.ListAsync(Lumen, "logbook"))
            log.Add(entry);
        log.ShouldBeEmpty();
    }

    private async Task<string?> MarkAsync() => (await state.FindAsync(EngagementId.App, Mark))?.Value;
}
