using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Keeps when an engagement was last looked at by itself.</summary>
public sealed class StandingMarks(IStateStore state)
{
    private static readonly StateKey Key = new("runs", "kpis");

    /// <summary>The last look, or null.</summary>
    public async Task<StandingMark?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry.Value) : null;

    /// <summary>Records a look.</summary>
    public Task KeepAsync(EngagementId engagement, StandingMark mark, CancellationToken cancellationToken = default) =>
        state.CommitAsync(engagement, [StateChange.Put(Key, Write(mark))], cancellationToken);

    private static string Write(StandingMark mark) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("day", LocalDatePattern.Iso.Format(mark.Day));
        json.WriteString("print", mark.Print);
        json.WriteNumber("run", mark.Run);
        json.WriteString("at", InstantPattern.ExtendedIso.Format(mark.At));
        json.WriteEndObject();
    });

    private static StandingMark Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new(
            LocalDatePattern.Iso.Parse(root.GetProperty("day").GetString()!).Value,
            root.GetProperty("print").GetString()!,
            root.GetProperty("run").GetInt32(),
            InstantPattern.ExtendedIso.Parse(root.GetProperty("at").GetString()!).Value);
    }
}
