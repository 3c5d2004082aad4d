using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Extensions;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Ports;

namespace OpsAutomation.Audit;

/// <summary>
/// The record of who did what in an engagement: collection <c>audit</c>, ids in the order of time. Lines are added and never changed.
/// What people do to records in state is recorded in the same commit (<see cref="LineOf(AuditEntry)"/>): neither is there without the other.
/// </summary>
public sealed class AuditLog(IStateStore state)
{
    /// <summary>Who acts where nobody was named: whoever may run commands on the machine.</summary>
    public const string Operator = "ops";

    private const string Collection = "audit";
    private const string Keys = "audit-keys";
    private const int LongestActor = 80;
    private const int LongestSubject = 200;

    // Of one width, so that the order of ids is the order of time.
    private static readonly InstantPattern IdMoment = InstantPattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm:ss.fffffff'Z'");

    /// <summary>Adds a line; one of the same key is there once, however often and whenever it is asked for.</summary>
    public async Task RecordAsync(EngagementId engagement, AuditEntry entry, CancellationToken cancellationToken = default)
    {
        if (entry.Key is not { } key)
        {
            await state.CommitAsync(engagement, [LineOf(entry)], cancellationToken).ConfigureAwait(false);
            return;
        }

        var line = LineOf(entry);
        try
        {
            await state.CommitAsync(engagement, [StateChange.Insert(new(Keys, HashOf(key)), line.Key.Id), line], cancellationToken).ConfigureAwait(false);
        }
        catch (StateConflictException)
        {
            // It was recorded before.
        }
    }

    /// <summary>The lines, oldest first.</summary>
    /// <param name="engagement">Whose; <see cref="EngagementId.App"/> for what belongs to none.</param>
    /// <param name="from">Only from this moment on; null for all.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public async IAsyncEnumerable<AuditEntry> ListAsync(
        EngagementId engagement, Instant? from = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken).ConfigureAwait(false))
        {
            var line = AuditJson.Read(entry.Value);
            if (from is not { } first || line.At >= first)
                yield return line;
        }
    }

    /// <summary>The line of an act, to be committed with the act itself. The key takes no part: the act tells its own repetition.</summary>
    public static StateChange LineOf(AuditEntry entry)
    {
        var clean = entry with { Actor = ActorOf(entry.Actor), Subject = CleanText.Clip(entry.Subject, int.MaxValue, LongestSubject) };
        var tail = HashOf($"{clean.Actor}\n{clean.Action}\n{clean.Subject}\n{clean.Key}")[..12];
        return StateChange.Put(new(Collection, $"{IdMoment.Format(clean.At)}-{tail}"), AuditJson.Write(clean));
    }

    /// <summary>The line of an act of now.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="actor">Who; null for <see cref="Operator"/>.</param>
    /// <param name="action">What.</param>
    /// <param name="subject">To what.</param>
    public static StateChange LineOf(TimeProvider time, string? actor, string action, string subject) => LineOf(new()
    {
        At = time.GetUtcNow().ToInstant(),
        Actor = actor ?? Operator,
        Action = action,
        Subject = subject,
    });

    // Somebody may sign with an address: the record says that, and not which.
    private static string ActorOf(string actor)
    {
        var clean = CleanText.OneLine(actor);
        if (clean.Contains('@', StringComparison.Ordinal))
            clean = string.Join(' ', clean.Split(' ').Where(word => !word.Contains('@', StringComparison.Ordinal)));
        return clean.Length == 0 ? (actor.Contains('@', StringComparison.Ordinal) ? "mail address" : Operator) : CleanText.Clip(clean, int.MaxValue, LongestActor);
    }

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
