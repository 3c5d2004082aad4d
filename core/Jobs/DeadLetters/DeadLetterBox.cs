using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using OpsAutomation.Audit;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Jobs.DeadLetters;

/// <summary>
/// Keeps messages that failed, with the reason. The same work has one record, however often and in how many messages it fails, so that
/// people hear of it once.
/// </summary>
public sealed class DeadLetterBox(IStateStore state, IJobQueue queue, TimeProvider time)
{
    internal const string Collection = "dead-letters";
    private const int Attempts = 20;

    /// <summary>The id of a piece of work.</summary>
    /// <param name="queue">The queue that carries it.</param>
    /// <param name="engagement">Whose it is.</param>
    /// <param name="key">Its key, or the message itself where it has none.</param>
    public static string IdOf(string queue, EngagementId engagement, string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{queue}\n{engagement}\n{key}")))[..10];

    /// <summary>Where the record of an id is.</summary>
    internal static StateKey KeyOf(string id) => new(Collection, id);

    /// <summary>A record, or null.</summary>
    public async Task<DeadLetter?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, KeyOf(id), cancellationToken).ConfigureAwait(false) is { } entry
            ? DeadLetterJson.Read(engagement, entry)
            : null;

    /// <summary>The records of a partition, those that still are tried by themselves included, in the order of their ids.</summary>
    public async IAsyncEnumerable<DeadLetter> ListAsync(EngagementId engagement, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
            yield return DeadLetterJson.Read(engagement, entry);
    }

    /// <summary>Notes why a message failed that will be tried again.</summary>
    /// <returns>The record as it is now.</returns>
    public async Task<DeadLetter> NoteAsync(string queueName, Job job, string message, LocalizedText reason, CancellationToken cancellationToken = default) =>
        (await ChangeAsync(job.Engagement, IdOf(queueName, job.Engagement, job.Key), known => known switch
        {
            null => New(job.Engagement, queueName, job.Key, message, DeadLetterState.Failing, reason),
            { State: DeadLetterState.Mended } => known with
            {
                State = DeadLetterState.Failing, Message = message, Reason = reason, FirstSeen = Now, LastSeen = Now, Told = null,
            },
            _ => known with { Message = message, Reason = reason, LastSeen = Now },
        }, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Keeps a message that failed for good. One that is kept already, and was not replayed since, stays as it is.</summary>
    /// <param name="engagement">The partition.</param>
    /// <param name="queueName">The queue, without <c>-poison</c>.</param>
    /// <param name="key">The key of the work; null for a message that cannot be read.</param>
    /// <param name="message">The message.</param>
    /// <param name="reason">Why; null takes what was noted last.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<DeadLetter> BuryAsync(
        EngagementId engagement, string queueName, string? key, string message, LocalizedText? reason, CancellationToken cancellationToken = default) =>
        (await ChangeAsync(engagement, IdOf(queueName, engagement, key ?? message), known => known switch
        {
            null => New(engagement, queueName, key, message, DeadLetterState.Dead, reason ?? Unknown) with { Times = 1 },
            { State: DeadLetterState.Dead } => reason is null || reason == known.Reason ? known : known with { Reason = reason, LastSeen = Now },
            _ => known with
            {
                State = DeadLetterState.Dead,
                Message = message,
                Reason = reason ?? known.Reason,
                LastSeen = Now,
                Told = null,
                Times = known.Times + 1,
            },
        }, cancellationToken).ConfigureAwait(false))!;

    /// <summary>Records that people were told.</summary>
    public Task ToldAsync(DeadLetter letter, CancellationToken cancellationToken = default) =>
        ChangeAsync(letter.Engagement, letter.Id, known => known is null || known.Times != letter.Times ? known : known with { Told = known.Told ?? Now }, cancellationToken);

    /// <summary>Records that a piece of work is done: what was noted of it goes, a dead letter of it is mended.</summary>
    public async Task SettleAsync(string queueName, Job job, CancellationToken cancellationToken = default)
    {
        var id = IdOf(queueName, job.Engagement, job.Key);
        if (await FindAsync(job.Engagement, id, cancellationToken).ConfigureAwait(false) is null or { State: DeadLetterState.Mended })
            return;
        await ChangeAsync(
            job.Engagement,
            id,
            known => known is null or { State: DeadLetterState.Failing, Replays: 0 } ? null : known with { State = DeadLetterState.Mended },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Adds a dead letter to its queue again, once until it fails again.</summary>
    /// <param name="engagement">The partition.</param>
    /// <param name="id">Its id.</param>
    /// <param name="by">Who asks for it, for the audit record; null for the operator.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <returns>The record as it is now.</returns>
    /// <exception cref="OpsException">Refused: there is no such dead letter in the partition, or it was replayed and has not failed since.</exception>
    public async Task<DeadLetter> ReplayAsync(EngagementId engagement, string id, string? by = null, CancellationToken cancellationToken = default)
    {
        // What was begun and not ended is begun again: a message too many does no harm, one too few would.
        var begun = (await ChangeAsync(engagement, id, known => known switch
        {
            null or { State: DeadLetterState.Failing } => throw Missing(id),
            { State: DeadLetterState.Dead } => known with { State = DeadLetterState.Replaying, Replays = known.Replays + 1 },
            { State: DeadLetterState.Replaying } => known,
            { State: DeadLetterState.Mended } => throw Mended(id),
            _ => throw Replayed(id),
        }, cancellationToken, AuditLog.LineOf(time, by, AuditAction.MessageReplayed, id)).ConfigureAwait(false))!;
        await queue.SendAsync(begun.Queue, begun.Message, cancellationToken: cancellationToken).ConfigureAwait(false);
        // It may have gone through or failed again by now: then that holds.
        return (await ChangeAsync(
            engagement,
            id,
            known => known is { State: DeadLetterState.Replaying } && known.Replays == begun.Replays
                ? known with { State = DeadLetterState.Replayed, ReplayedAt = Now }
                : known,
            cancellationToken).ConfigureAwait(false)) ?? begun;
    }

    /// <summary>The refusal for an id that no dead letter has.</summary>
    public static OpsException Missing(string id) => OpsException.Refused(
        $"There is no dead letter {id}. To see those there are: ops replay",
        $"Il n'y a pas de message en échec {id}. Pour voir ceux qui existent\u00a0: ops replay");

    private static LocalizedText Unknown { get; } = new(
        "The app stopped each time before it could say why: the work takes too long, or the process was ended.",
        "L'application s'est arrêtée chaque fois avant de pouvoir dire pourquoi\u00a0: le travail dure trop longtemps, ou le processus a été interrompu.");

    private Instant Now => time.GetUtcNow().ToInstant();

    private DeadLetter New(EngagementId engagement, string queueName, string? key, string message, DeadLetterState first, LocalizedText reason) => new()
    {
        Id = IdOf(queueName, engagement, key ?? message),
        Engagement = engagement,
        Queue = queueName,
        Key = key,
        Message = message,
        State = first,
        Reason = reason,
        FirstSeen = Now,
        LastSeen = Now,
    };

    private async Task<DeadLetter?> ChangeAsync(EngagementId engagement, string id, Func<DeadLetter?, DeadLetter?> change, CancellationToken cancellationToken, StateChange? line = null)
    {
        var key = KeyOf(id);
        for (var attempt = 1; ; attempt++)
        {
            var entry = await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false);
            var known = entry is null ? null : DeadLetterJson.Read(engagement, entry);
            var changed = change(known);
            if (changed == known)
                return known;
            var json = changed is null ? null : DeadLetterJson.Write(changed);
            try
            {
                var told = new StateChange(key, json, entry?.ETag);
                await state.CommitAsync(engagement, line is null ? [told] : [told, line], cancellationToken).ConfigureAwait(false);
                return changed;
            }
            catch (StateConflictException) when (attempt < Attempts)
            {
                // Somebody changed it first: decide again on what it is now.
            }
        }
    }

    private static OpsException Replayed(string id) => OpsException.Refused(
        $"{id} was replayed already and has not failed since: there is nothing to replay.",
        $"{id} a déjà été relancé et n'a pas échoué depuis\u00a0: il n'y a rien à relancer.");

    private static OpsException Mended(string id) => OpsException.Refused(
        $"{id} went through meanwhile: there is nothing to replay.",
        $"{id} est passé entre-temps\u00a0: il n'y a rien à relancer.");
}
