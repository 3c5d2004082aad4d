using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Kpis;
using OpsAutomation.Ports;

namespace OpsAutomation.Milestones;

/// <summary>
/// The frozen baselines of engagements. A figure is written once, at J+10 or, where there was nothing to compute then, as soon as there
/// is; nothing changes it afterwards.
/// </summary>
public sealed partial class BaselineStore(IStateStore state)
{
    private const string Collection = "baseline";

    /// <summary>The figures frozen so far.</summary>
    public async Task<Baseline> LoadAsync(EngagementId engagement, CancellationToken cancellationToken = default)
    {
        var figures = new List<BaselineFigure>();
        await foreach (var entry in state.ListAsync(engagement, Collection, "", cancellationToken))
            figures.Add(Read(entry.Value));
        return new(figures);
    }

    /// <summary>Freezes the figures that have a value and are not frozen yet; those that are stay as they are.</summary>
    public async Task<Baseline> FreezeAsync(EngagementId engagement, Baseline computed, LocalDate day, CancellationToken cancellationToken = default)
    {
        var frozen = await LoadAsync(engagement, cancellationToken);
        var missing = computed.Figures.Where(figure => figure.Value is not null && frozen.Find(figure.Kpi) is null).Select(figure => figure with { FrozenOn = day });
        foreach (var some in missing.Chunk(100))
        {
            try
            {
                await state.CommitAsync(
                    engagement, [.. some.Select(figure => StateChange.Insert(new(Collection, figure.Kpi), Write(figure)))], cancellationToken);
            }
            catch (StateConflictException)
            {
                // Somebody froze them first: theirs hold.
            }
        }

        return await LoadAsync(engagement, cancellationToken);
    }

    private static string Write(BaselineFigure figure) => JsonSerializer.Serialize(
        new Stored(
            figure.Kpi, figure.Label.En, figure.Label.Fr, LocalDatePattern.Iso.Format(figure.From), LocalDatePattern.Iso.Format(figure.To),
            figure.Value, figure.Unit, figure.Currency, LocalDatePattern.Iso.Format(figure.FrozenOn!.Value)),
        BaselineJsonContext.Default.Stored);

    private static BaselineFigure Read(string json)
    {
        var stored = JsonSerializer.Deserialize(json, BaselineJsonContext.Default.Stored) ?? throw new InvalidDataException("A figure of the baseline is empty.");
        return new(
            stored.Kpi, new(stored.LabelEn, stored.LabelFr), Day(stored.From), Day(stored.To), stored.Value, stored.Unit, stored.Currency, Day(stored.FrozenOn));
    }

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    internal sealed record Stored(
        string Kpi, string LabelEn, string LabelFr, string From, string To, decimal? Value, KpiUnit Unit, string? Currency, string FrozenOn);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Stored))]
    private sealed partial class BaselineJsonContext : JsonSerializerContext;
}
