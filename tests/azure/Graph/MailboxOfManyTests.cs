using Azure.Data.Tables;
using Azure.Storage.Blobs;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Engagements;
using OpsAutomation.GraphEmulator;
using OpsAutomation.GraphEmulator.Faults;

namespace OpsAutomation.Azure.Tests.Graph;

/// <summary>Several instances of the app, by the machine's clock, with their state in the storage emulator.</summary>
public sealed class MailboxOfManyTests(Azurite azurite)
{
    [Fact]
    public async Task Twenty_eight_mails_at_once_from_four_instances_leave_once_each_and_never_exceed_the_requests_at_once_of_their_mailbox()
    {
        await using var emulator = await Emulator.StartAsync(new(), RealTime.Clock);
        emulator.Faults.Add(new() { Kind = FaultKind.Slow, Times = 0, DelayMilliseconds = 15 });
        var options = new GraphOptions { Endpoint = emulator.Endpoint };
        var tables = new TableServiceClient(azurite.ConnectionString);
        await tables.CreateTableIfNotExistsAsync(StorageNames.State, TestContext.Current.CancellationToken);
        var clients = Enumerable.Range(0, 4).Select(_ => new GraphClients(options, State(tables), RealTime.Clock)).ToList();
        var mailers = clients.ConvertAll(client => new GraphMailer(State(tables), client, options, RealTime.Clock));
        // Two engagements share the mailbox.
        EngagementId[] engagements = [EngagementId.Parse("atelier-lumen"), EngagementId.Parse("kestrel")];

        await Task.WhenAll(Enumerable.Range(0, 28).Select(i => SendAsync(mailers[i % 4], engagements[i / 4 % 2], i)));

        emulator.Mail.Delivered.Select(mail => mail.Key).Distinct(StringComparer.Ordinal).Count().ShouldBe(28);
        emulator.Mail.Delivered.Count.ShouldBe(28);
        emulator.MostAtOnce.ShouldBeInRange(2, 4);
        emulator.Refused.ShouldBe(0);
        clients.ForEach(client => client.Dispose());
    }

    private AzureStateStore State(TableServiceClient tables) => new(tables, new AzureBlobStore(new BlobServiceClient(azurite.ConnectionString)));

    // What finds no turn in time goes back to its queue, and comes again.
    private static async Task SendAsync(GraphMailer mailer, EngagementId engagement, int number)
    {
        for (var isSent = false; !isSent;)
        {
            try
            {
                await mailer.SendAsync(engagement, number.ToString("x32", System.Globalization.CultureInfo.InvariantCulture), MailWorld.Message, TestContext.Current.CancellationToken);
                isSent = true;
            }
            catch (OpsException error) when (error.Kind == FailureKind.Retriable)
            {
                await Task.Delay(50, TestContext.Current.CancellationToken);
            }
        }
    }
}
