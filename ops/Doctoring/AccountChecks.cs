using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpsAutomation.Azure;
using OpsAutomation.Azure.Graph;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs;
using OpsAutomation.Ports;

namespace OpsAutomation.Ops.Doctoring;

/// <summary>
/// A storage account, its vault and Graph, by the identity that asks: each store is read, then written to and cleared again with something of the check's own.
/// </summary>
internal sealed class AccountChecks(IServiceProvider services, IConfiguration settings, DateTimeOffset now)
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private readonly List<(string Queue, int Count, TimeSpan Age)> waiting = [];
    private readonly AccountTrials trials = new(services, now);
    private int poison;

    /// <summary>What is to say of the account.</summary>
    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        List<Finding> found = [];
        foreach (var container in StorageNames.Containers)
            found.Add(await TryAsync("storage-blobs", $"container {container}", "Storage Blob Data Contributor", () => LookAtAsync(container, cancellationToken), () => trials.BlobAsync(container, cancellationToken)));
        found.Add(await TryAsync("storage-tables", $"table {StorageNames.State}", "Storage Table Data Contributor", () => LookAtTableAsync(cancellationToken), () => trials.EntityAsync(cancellationToken)));
        foreach (var queue in JobQueues.All.SelectMany(queue => new[] { queue, queue + JobQueues.PoisonSuffix }))
            found.Add(await TryAsync("storage-queues", $"queue {queue}", "Storage Queue Data Contributor", () => LookAtQueueAsync(queue, cancellationToken), () => trials.MessageAsync(queue, cancellationToken)));
        found.Add(QueueFindings.Age(waiting, isHome: false));
        found.Add(QueueFindings.Poison(poison));
        found.Add(await ClockAsync(cancellationToken));
        found.Add(await SecretsAsync(cancellationToken));
        found.AddRange(await new HostChecks(services, settings, now).RunAsync(cancellationToken));
        return found;
    }

    /// <summary>Whether an engagement's mailbox could be sent from; null where Graph is off.</summary>
    public async Task<Finding?> MailboxAsync(Engagement engagement, CancellationToken cancellationToken)
    {
        if (services.GetService<GraphClients>() is not { } clients)
            return null;
        try
        {
            return await new GraphProbe(clients).LookAsync(engagement, cancellationToken)
                ? Finding.Ok("graph-mailbox", "the mailbox of its sender can be reached", "la boîte d'envoi est joignable", engagement.Id)
                : Finding.Ok("graph-mailbox", "it names no sender: the operator's mailbox sends", "elle ne nomme pas de boîte d'envoi\u00a0: celle de l'opérateur envoie", engagement.Id);
        }
        catch (OpsException failure)
        {
            return Finding.Of("graph-mailbox", failure, engagement.Id);
        }
    }

    private async Task LookAtAsync(string container, CancellationToken cancellationToken)
    {
        await foreach (var page in services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(container).GetBlobsAsync(cancellationToken: cancellationToken).AsPages(pageSizeHint: 1))
        {
            _ = page.Values.Count;
            return;
        }
    }

    private async Task LookAtTableAsync(CancellationToken cancellationToken)
    {
        await foreach (var entity in services.GetRequiredService<TableServiceClient>().GetTableClient(StorageNames.State).QueryAsync<TableEntity>("PartitionKey eq '_doctor'", maxPerPage: 1, cancellationToken: cancellationToken))
        {
            _ = entity;
            return;
        }
    }

    private async Task LookAtQueueAsync(string queue, CancellationToken cancellationToken)
    {
        var client = services.GetRequiredService<QueueServiceClient>().GetQueueClient(queue);
        var count = (await client.GetPropertiesAsync(cancellationToken)).Value.ApproximateMessagesCount;
        if (queue.EndsWith(JobQueues.PoisonSuffix, StringComparison.Ordinal))
            poison += count;
        else if ((await client.PeekMessageAsync(cancellationToken)).Value?.InsertedOn is { } since)
            waiting.Add((queue, count, now - since));
    }

    private async Task<Finding> ClockAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await services.GetRequiredService<QueueServiceClient>().GetQueueClient(JobQueues.Exports).GetPropertiesAsync(cancellationToken);
            var date = answer.GetRawResponse().Headers.Date;
            return date is { } there && (there - now).Duration() > Skew
                ? Finding.Fail(
                    "clock", new("This machine's clock and the storage's differ by more than five minutes.", "L'horloge de cette machine et celle du stockage diffèrent de plus de cinq minutes."),
                    new("Set the clock by the network (NTP): the storage refuses sign-ins of another time.", "Réglez l'horloge par le réseau (NTP)\u00a0: le stockage refuse les identifications d'une autre heure."))
                : Finding.Ok("clock", "the clock agrees with the storage's", "l'horloge concorde avec celle du stockage");
        }
        catch (Exception exception) when (Told("clock", "queue exports", "Storage Queue Data Contributor", exception, isWriting: false) is { } told)
        {
            return told;
        }
    }

    private async Task<Finding> SecretsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var secrets = services.GetRequiredService<ISecretStore>();
            if (secrets is KeyVaultSecrets vault)
            {
                await vault.TryAsync(cancellationToken);
                return Finding.Ok("key-vault", "secrets can be read and changed", "les secrets peuvent être lus et modifiés");
            }

            await secrets.FindAsync(EngagementId.Parse("health-check"), "doctor", cancellationToken);
            return Finding.Ok("key-vault", "secrets can be read", "les secrets peuvent être lus");
        }
        catch (OpsException failure)
        {
            return Finding.Of("key-vault", failure) with
            {
                Mend = new("Set Ops__KeyVaultUri, and give the identity Key Vault Secrets Officer.", "Définissez Ops__KeyVaultUri, et donnez à l'identité le rôle Key Vault Secrets Officer."),
            };
        }
    }

    private static async Task<Finding> TryAsync(string id, string what, string role, Func<Task> look, Func<Task> write)
    {
        var isWriting = false;
        try
        {
            await look();
            isWriting = true;
            await write();
            return Finding.Ok(id, $"{what} can be read and written", $"{what}\u00a0: lecture et écriture possibles");
        }
        catch (Exception exception) when (Told(id, what, role, exception, isWriting) is { } told)
        {
            return told;
        }
    }

    private static Finding? Told(string id, string what, string role, Exception exception, bool isWriting) => exception switch
    {
        RequestFailedException { Status: 404 } => Finding.Fail(
            id, new($"There is no {what}.", $"Il n'y a pas de {what}."),
            new("azd provision makes it; on the emulator, the app does at start.", "azd provision le crée\u00a0; sur l'émulateur, l'application le fait au démarrage.")),
        RequestFailedException { Status: 401 or 403 } => Finding.Fail(
            id, isWriting
                ? new($"This identity may read {what} and not write to it.", $"Cette identité peut lire {what}, mais pas y écrire.")
                : new($"This identity may not read {what}.", $"Cette identité n'a pas le droit de lire {what}."),
            new($"Give it the role {role}; on an isolated network, run the command inside it.", $"Donnez-lui le rôle {role}\u00a0; sur un réseau isolé, lancez la commande de l'intérieur.")),
        _ => StorageFailure.Find(exception) is { } failure ? Finding.Of(id, failure) : null,
    };
}
