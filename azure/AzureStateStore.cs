using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using NodaTime;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Azure;

/// <summary>State in one table; the partition is the engagement. A record too large for an entity lies in a blob that the entity names.</summary>
public sealed class AzureStateStore(TableServiceClient service, IBlobStore blobs) : IStateStore
{
    // A transaction of the service holds 4 MiB, and base64 takes a third more than the bytes.
    private const int LargestCommit = 2_500_000;
    private const string Overflow = "state/";
    private readonly TableClient table = service.GetTableClient(StorageNames.State);

    /// <inheritdoc/>
    public async Task<StateEntry?> FindAsync(EngagementId engagement, StateKey key, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(key);
        try
        {
            var found = await table.GetEntityIfExistsAsync<TableEntity>(engagement.Value, StateRowKey.Of(key), cancellationToken: cancellationToken).ConfigureAwait(false);
            return found.HasValue ? await EntryAsync(engagement, key.Collection, found.Value!, cancellationToken).ConfigureAwait(false) : null;
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<StateEntry> ListAsync(
        EngagementId engagement, string collection, string idPrefix = "", [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        StateLimits.Check(new StateKey(collection, idPrefix));
        var start = StateRowKey.Start(collection, idPrefix);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {engagement.Value} and RowKey ge {start} and RowKey lt {StateRowKey.End(collection, start)}");
        var found = new List<TableEntity>();
        try
        {
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, cancellationToken: cancellationToken).ConfigureAwait(false))
                found.Add(entity);
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }

        // Escaped characters sort elsewhere than those they stand for.
        foreach (var entity in found.OrderBy(StateEntity.IdOf, StringComparer.Ordinal))
        {
            if (StateEntity.IdOf(entity).StartsWith(idPrefix, StringComparison.Ordinal)
                && await EntryAsync(engagement, collection, entity, cancellationToken).ConfigureAwait(false) is { } entry)
                yield return entry;
        }
    }

    /// <inheritdoc/>
    public async Task CommitAsync(EngagementId engagement, IReadOnlyList<StateChange> changes, CancellationToken cancellationToken = default)
    {
        StateLimits.Check(changes);
        var steps = new List<(StateChange Change, TableTransactionAction Action)>();
        var size = 0;
        foreach (var change in changes)
        {
            var value = change.Value is null ? [] : Encoding.UTF8.GetBytes(change.Value);
            var inline = value.Length <= StateEntity.LargestInline && size + value.Length <= LargestCommit;
            size += inline ? value.Length : 0;
            var entity = change.Value is null
                ? StateEntity.Empty(engagement, change.Key)
                : inline
                    ? StateEntity.Of(engagement, change.Key, value)
                    : StateEntity.OfOverflow(engagement, change.Key, await OverflowAsync(engagement, value, cancellationToken).ConfigureAwait(false));
            steps.Add((change, new TableTransactionAction(ActionOf(change), entity, change.ETag is null or "*" ? ETag.All : new ETag(change.ETag))));
        }

        while (steps.Count > 0)
        {
            try
            {
                await table.SubmitTransactionAsync(steps.Select(step => step.Action), cancellationToken).ConfigureAwait(false);
                return;
            }
            catch (TableTransactionFailedException failure) when (failure.Status is 404 or 409 or 412 && failure.ErrorCode is not "TableNotFound")
            {
                var index = failure.FailedTransactionActionIndex ?? 0;
                var failed = steps[index].Change;
                if (failed is not { Value: null, ETag: "*" })
                    throw new StateConflictException(failed.Key);
                // What is to be gone is gone already: the rest of the commit still stands to be done.
                steps.RemoveAt(index);
            }
            catch (RequestFailedException failure)
            {
                throw StorageFailure.Of(failure);
            }
        }
    }

    /// <inheritdoc/>
    public async Task<int> SweepAsync(EngagementId engagement, Instant before, CancellationToken cancellationToken = default)
    {
        var old = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in blobs.ListAsync(engagement, Overflow, cancellationToken).ConfigureAwait(false))
        {
            if (blob.Modified < before)
                old.Add(blob.Path);
        }

        if (old.Count == 0)
            return 0;
        // Asked after the blobs: an entity that names one of them is there by now, and none will ever name one again.
        try
        {
            var filter = TableClient.CreateQueryFilter($"PartitionKey eq {engagement.Value}");
            await foreach (var entity in table.QueryAsync<TableEntity>(filter, select: StateEntity.NameOfOverflow, cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                if (StateEntity.OverflowOf(entity) is { } named)
                    old.Remove(named);
            }
        }
        catch (RequestFailedException failure)
        {
            throw StorageFailure.Of(failure);
        }

        foreach (var path in old)
            await blobs.DeleteAsync(engagement, path, cancellationToken).ConfigureAwait(false);
        return old.Count;
    }

    private static TableTransactionActionType ActionOf(StateChange change) => (change.Value, change.ETag) switch
    {
        (null, _) => TableTransactionActionType.Delete,
        (_, null) => TableTransactionActionType.Add,
        (_, "*") => TableTransactionActionType.UpsertReplace,
        _ => TableTransactionActionType.UpdateReplace,
    };

    // Written before the entity that names it, and named by no other one ever, so that what no entity names is nobody's.
    private async Task<string> OverflowAsync(EngagementId engagement, byte[] value, CancellationToken cancellationToken)
    {
        var path = $"{Overflow}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}.json";
        await blobs.WriteAsync(engagement, path, (stream, token) => stream.WriteAsync(value, token).AsTask(), cancellationToken).ConfigureAwait(false);
        return path;
    }

    private async Task<StateEntry?> EntryAsync(EngagementId engagement, string collection, TableEntity entity, CancellationToken cancellationToken)
    {
        var key = new StateKey(collection, StateEntity.IdOf(entity));
        if (StateEntity.OverflowOf(entity) is not { } path)
            return new StateEntry(key, StateEntity.ValueOf(entity), entity.ETag.ToString());
        var stream = await blobs.OpenReadAsync(engagement, path, cancellationToken).ConfigureAwait(false);
        if (stream is null)
        {
            // A sweep takes what was replaced meanwhile.
            var now = await table.GetEntityIfExistsAsync<TableEntity>(engagement.Value, entity.RowKey, cancellationToken: cancellationToken).ConfigureAwait(false);
            if (!now.HasValue || now.Value!.ETag != entity.ETag)
                return now.HasValue ? await EntryAsync(engagement, collection, now.Value!, cancellationToken).ConfigureAwait(false) : null;
            throw OpsException.Refused(
                $"The blob {path} of a large record is missing from the storage account. Restore it from a backup or by the container's soft delete, then try again.",
                $"Le blob {path} d'un enregistrement volumineux manque dans le compte de stockage. Restaurez-le d'une sauvegarde ou par la suppression réversible du conteneur, puis réessayez.");
        }

        await using (stream.ConfigureAwait(false))
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return new StateEntry(key, await reader.ReadToEndAsync(cancellationToken).ConfigureAwait(false), entity.ETag.ToString());
        }
    }
}
