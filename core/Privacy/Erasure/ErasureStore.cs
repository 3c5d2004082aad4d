using System.Security.Cryptography;
using System.Text.Json;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Privacy.Erasure;

/// <summary>The records of erasures of an engagement: whom to forget, and what a run under way has dealt with.</summary>
internal sealed class ErasureStore(IStateStore state)
{
    /// <summary>Whom to forget.</summary>
    public const string Collection = "erasures";

    /// <summary>What a run has dealt with, so that it is counted once however often the run is stopped.</summary>
    public const string Items = "erasure-items";

    // Rewritten copies of exports that were imported: they are not imported again.
    private const string Copies = "erasure-copies";

    // In the same store as the hashes: it keeps lists of addresses from being tried against the hashes of another engagement, not its reader.
    private static readonly StateKey KeyId = new("erasure-key", "key");

    /// <summary>The people to forget, or null where there are none.</summary>
    public async Task<ErasedPeople?> LoadAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        var people = new List<ErasedPerson>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            people.Add(Read(entry.Value));
        return people.Count == 0 ? null : new(await IdentifiersAsync(engagement, cancellationToken).ConfigureAwait(false), people);
    }

    /// <summary>The hashes of an engagement, by a key that is made at first use.</summary>
    public async Task<Identifiers> IdentifiersAsync(EngagementId engagement, CancellationToken cancellationToken)
    {
        if (await state.FindAsync(engagement, KeyId, cancellationToken).ConfigureAwait(false) is { } known)
            return new(Convert.FromBase64String(known.Value[1..^1]));
        try
        {
            await state.CommitAsync(engagement, [StateChange.Insert(KeyId, $"\"{Convert.ToBase64String(RandomNumberGenerator.GetBytes(32))}\"")], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // Another run made one first.
        }

        return await IdentifiersAsync(engagement, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>A person's record with its version, or null.</summary>
    public async Task<(ErasedPerson Person, StateEntry Entry)?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, new(Collection, id), cancellationToken).ConfigureAwait(false) is { } entry ? (Read(entry.Value), entry) : null;

    /// <summary>Keeps a person's record, with changes that go with it.</summary>
    public Task KeepAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken, params StateChange[] with) =>
        state.CommitAsync(engagement, [StateChange.Put(new(Collection, person.Id), JsonSerializer.Serialize(person, ErasureJson.Default.ErasedPerson)), .. with], cancellationToken);

    /// <summary>The change that notes a thing as dealt with.</summary>
    public static StateChange Dealt(ErasedPerson person, string place, string item, int count) =>
        StateChange.Put(new(Items, $"{person.Id}/{place}/{Convert.ToHexStringLower(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(item)).AsSpan(0, 12))}"), $"{count}");

    /// <summary>Notes a thing as dealt with, before it is changed.</summary>
    public Task NoteAsync(EngagementId engagement, ErasedPerson person, string place, string item, int count, CancellationToken cancellationToken) =>
        state.CommitAsync(engagement, [Dealt(person, place, item, count)], cancellationToken);

    /// <summary>How many things, and how many records in them, a run has dealt with by place.</summary>
    public async Task<SortedDictionary<string, (int Items, int Records)>> CountsAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken)
    {
        var counts = new SortedDictionary<string, (int Items, int Records)>(StringComparer.Ordinal);
        await foreach (var entry in state.ListAsync(engagement, Items, person.Id + "/", cancellationToken).ConfigureAwait(false))
        {
            var place = entry.Key.Id.Split('/')[1];
            var (items, records) = counts.GetValueOrDefault(place);
            counts[place] = (items + 1, records + int.Parse(entry.Value));
        }

        return counts;
    }

    /// <summary>Whether anything that a run has dealt with is still noted.</summary>
    public async Task<bool> IsNotedAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken)
    {
        await foreach (var _ in state.ListAsync(engagement, Items, person.Id + "/", cancellationToken).ConfigureAwait(false))
            return true;
        return false;
    }

    /// <summary>Forgets what a run has dealt with, once it is told.</summary>
    public Task EndAsync(EngagementId engagement, ErasedPerson person, CancellationToken cancellationToken) =>
        state.RemoveAllAsync(engagement, Items, person.Id + "/", cancellationToken);

    /// <summary>Notes that a content is the rewritten copy of one that was imported.</summary>
    public Task NoteCopyAsync(EngagementId engagement, string copyHash, string originalHash, CancellationToken cancellationToken) =>
        state.CommitAsync(engagement, [StateChange.Put(new(Copies, copyHash), $"\"{originalHash}\"")], cancellationToken);

    /// <summary>The hash of the content that was imported, where a content is its rewritten copy; else null.</summary>
    public async Task<string?> OriginalOfAsync(EngagementId engagement, string hash, CancellationToken cancellationToken) =>
        (await state.FindAsync(engagement, new(Copies, hash), cancellationToken).ConfigureAwait(false))?.Value[1..^1];

    private static ErasedPerson Read(string json) => JsonSerializer.Deserialize(json, ErasureJson.Default.ErasedPerson) ?? throw new InvalidDataException("The record of an erasure is empty.");
}
