using Microsoft.Data.Sqlite;
using OpsAutomation.Ports;
using OpsAutomation.Queues;

namespace OpsAutomation.Local;

/// <summary>Queues in the home's <c>runtime.db</c>, from which the app on this machine takes its work.</summary>
public sealed class SqliteJobQueue(IQueueStorage storage, string path) : IJobQueue
{
    /// <inheritdoc/>
    public async Task SendAsync(string queue, string message, TimeSpan delay = default, CancellationToken cancellationToken = default)
    {
        JobMessage.Check(message, delay);
        try
        {
            await storage.AddAsync(queue, JobMessage.Encode(message), delay, cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException exception)
        {
            throw OpsException.Retriable(
                $"{path} could not be written (error {exception.SqliteErrorCode}). Nothing was half done; check the disk, then run the command again.",
                $"Écriture impossible\u00a0: {path} (erreur {exception.SqliteErrorCode}). Rien n'a été fait à moitié\u00a0; vérifiez le disque, puis relancez la commande.",
                exception);
        }
    }
}
