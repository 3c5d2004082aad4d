using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Closing;

/// <summary>When and by whom an engagement was closed: one record, collection <c>closure</c>.</summary>
/// <param name="state">The records.</param>
public sealed class ClosureStore(IStateStore state)
{
    private const string Collection = "closure";

    /// <summary>Where the record is.</summary>
    internal static readonly StateKey Key = new(Collection, "ended");

    /// <summary>The record, or null where the engagement was not seen as closed.</summary>
    public async Task<Closure?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry.Value) : null;

    /// <summary>Forgets it: the engagement goes on.</summary>
    public Task RemoveAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        state.CommitAsync(engagement, [StateChange.Remove(Key)], cancellationToken);

    /// <summary>Notes it where nothing was noted; who was first counts.</summary>
    /// <returns>What is noted now.</returns>
    public async Task<Closure> NoteAsync(EngagementId engagement, Closure closure, StateChange? beside = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(closure);
        if (await FindAsync(engagement, cancellationToken).ConfigureAwait(false) is { } known)
            return known;
        try
        {
            var noted = StateChange.Insert(Key, Write(closure));
            await state.CommitAsync(engagement, beside is null ? [noted] : [noted, beside], cancellationToken).ConfigureAwait(false);
            return closure;
        }
        catch (StateConflictException)
        {
            return await FindAsync(engagement, cancellationToken).ConfigureAwait(false) ?? closure;
        }
    }

    /// <summary>The record's text.</summary>
    internal static string Write(Closure closure) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("day", LocalDatePattern.Iso.Format(closure.Day));
        json.WriteString("by", closure.By);
        json.WriteEndObject();
    });

    private static Closure Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new(LocalDatePattern.Iso.Parse(root.GetProperty("day").GetString()!).Value, root.GetProperty("by").GetString());
    }
}
