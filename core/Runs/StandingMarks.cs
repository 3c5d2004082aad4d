using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Facts;
using OpsAutomation.Logbook;
using OpsAutomation.Milestones;
using OpsAutomation.Ports;

namespace OpsAutomation.Runs;

/// <summary>Tells whether there is something new to look at in an engagement, without looking at its facts.</summary>
public sealed class StandingMarks(IEngagementRegistry registry, IStateStore state, TimeProvider time)
{
    private static readonly StateKey Key = new("runs", "kpis");

    /// <summary>The last look, or null.</summary>
    public async Task<StandingMark?> FindAsync(EngagementId engagement, CancellationToken cancellationToken = default) =>
        await state.FindAsync(engagement, Key, cancellationToken).ConfigureAwait(false) is { } entry ? Read(entry.Value) : null;

    /// <summary>What there is to look at, as a text to compare.</summary>
    public async Task<string> PrintAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var hash = new XxHash128();
        void Add(string? text) => hash.Append(Encoding.UTF8.GetBytes(text + "\n"));
        Add((await registry.FindAsync(engagement, cancellationToken).ConfigureAwait(false))?.Yaml);
        Add((await state.FindAsync(engagement, FactManifest.Key, cancellationToken).ConfigureAwait(false))?.Value);
        foreach (var item in await new LogbookStore(state, time).ListAsync(engagement, cancellationToken: cancellationToken).ConfigureAwait(false))
            Add($"{item.Id} {item.Open} {item.Due}");
        // What a look itself finds is nothing new.
        var history = await new MilestoneStore(state, time).LoadAsync(engagement, cancellationToken).ConfigureAwait(false);
        foreach (var mark in history.Marks.Where(mark => mark.By is not null))
            Add($"{mark.Target} {mark.What} {mark.At}");
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

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
