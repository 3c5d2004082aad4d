using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Documents.Asking;

/// <summary>What people were asked for by mail: collection <c>document-asks</c>, id purpose and person.</summary>
public sealed class AskBook(IStateStore state)
{
    private const string Collection = "document-asks";

    /// <summary>What everybody was asked for.</summary>
    public async Task<IReadOnlyList<AskRecord>> ListAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var records = new List<AskRecord>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            records.Add(AskJson.Read(entry.Value));
        return records;
    }

    internal async Task<(AskRecord Record, StateEntry? Entry)> ReadAsync(EngagementId engagement, AskPurpose purpose, string person, CancellationToken cancellationToken)
    {
        var entry = await state.FindAsync(engagement, KeyOf(purpose, person), cancellationToken).ConfigureAwait(false);
        return (entry is null ? new(purpose, person) : AskJson.Read(entry.Value), entry);
    }

    /// <summary>Writes a record that must be as it was read; false where another run changed it meanwhile.</summary>
    internal async Task<bool> TryWriteAsync(EngagementId engagement, AskRecord record, StateEntry? read, CancellationToken cancellationToken)
    {
        var json = AskJson.Write(record);
        try
        {
            await state.CommitAsync(
                engagement, [read is null ? StateChange.Insert(KeyOf(record.Purpose, record.Person), json) : StateChange.Replace(read, json)], cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StateConflictException)
        {
            return false;
        }
    }

    private static StateKey KeyOf(AskPurpose purpose, string person) =>
        new(Collection, (purpose == AskPurpose.Reading ? "read/" : "approve/") + person.ToLowerInvariant());
}
