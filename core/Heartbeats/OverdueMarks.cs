using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Heartbeats;

/// <summary>What is remembered of digests that have not left: since when each was seen, and the mail that told of it. Removed two weeks after their day.</summary>
internal sealed class OverdueMarks(IStateStore state)
{
    private const string Collection = "told";
    private const string Told = "digest/";
    private const string Seen = "seen/";
    private const int MostAtOnce = 100;
    private static readonly Period Use = Period.FromDays(14);

    /// <summary>The id of a digest.</summary>
    public static string IdOf(OverdueDigest digest) => $"{Told}{digest.Due.Recipient.Id}/{LocalDatePattern.Iso.Format(digest.Due.Day)}";

    /// <summary>The mail that tells of a digest, and whether it is known to have been sent; null where there is none yet.</summary>
    public async Task<OverdueMark?> FindAsync(EngagementId engagement, string id, CancellationToken cancellationToken) =>
        await state.FindAsync(engagement, new(Collection, id), cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry.Value) : null;

    /// <summary>Notes which mail tells of a digest: before it is sent, and after.</summary>
    public Task PutAsync(EngagementId engagement, IEnumerable<string> ids, OverdueMark mark, CancellationToken cancellationToken) =>
        CommitAsync(engagement, ids.Select(id => StateChange.Put(new(Collection, id), Write(mark))), cancellationToken);

    /// <summary>Since when a digest is seen not to have left: from now on, where it was not seen before.</summary>
    public async Task<Instant> FirstSeenAsync(EngagementId engagement, string id, Instant now, CancellationToken cancellationToken)
    {
        var key = new StateKey(Collection, Seen + id);
        if (await state.FindAsync(engagement, key, cancellationToken).ConfigureAwait(false) is { } seen)
            return InstantPattern.ExtendedIso.Parse(seen.Value.Trim('"')).Value;
        await state.CommitAsync(engagement, [StateChange.Put(key, $"\"{InstantPattern.ExtendedIso.Format(now)}\"")], cancellationToken).ConfigureAwait(false);
        return now;
    }

    /// <summary>Removes what is of no use any more: no digest of a day so long ago is asked for.</summary>
    public async Task RemovePastAsync(EngagementId engagement, LocalDate today, CancellationToken cancellationToken)
    {
        var past = new List<StateChange>();
        foreach (var prefix in new[] { Told, Seen })
        {
            await foreach (var entry in state.ListAsync(engagement, Collection, prefix, cancellationToken).ConfigureAwait(false))
            {
                if (LocalDatePattern.Iso.Parse(entry.Key.Id[(entry.Key.Id.LastIndexOf('/') + 1)..]) is { Success: true } day && day.Value + Use < today)
                    past.Add(StateChange.Remove(entry.Key));
            }
        }

        await CommitAsync(engagement, past, cancellationToken).ConfigureAwait(false);
    }

    private async Task CommitAsync(EngagementId engagement, IEnumerable<StateChange> changes, CancellationToken cancellationToken)
    {
        foreach (var some in changes.Chunk(MostAtOnce))
            await state.CommitAsync(engagement, some, cancellationToken).ConfigureAwait(false);
    }

    // A mark of before mails told of several is the moment at which the one was sent.
    private static OverdueMark Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return root.ValueKind == JsonValueKind.Object
            ? new(root.GetProperty("mail").GetString()!, root.GetProperty("shared").GetBoolean(), root.GetProperty("sent").GetBoolean())
            : new("", IsShared: false, IsSent: true);
    }

    private static string Write(OverdueMark mark) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("mail", mark.Mail);
        json.WriteBoolean("shared", mark.IsShared);
        json.WriteBoolean("sent", mark.IsSent);
        json.WriteEndObject();
    });
}
