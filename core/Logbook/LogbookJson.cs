using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Logbook;

/// <summary>How entries are kept in state: JSON with ISO dates.</summary>
internal static partial class LogbookJson
{
    public static string Write(LogEntry entry)
    {
        var item = entry.Item;
        var stored = new Stored(
            item.Id, item.Kind, item.Text, item.Owner, Iso(item.Due), item.Open, item.Recommendation, item.Topic, item.Kpi, item.Outcome, item.Origin,
            item.Cause, item.Change, Iso(item.Added)!, Iso(item.ClosedOn), item.ClosedBy,
            [.. entry.History.Select(change => new StoredChange(InstantPattern.ExtendedIso.Format(change.At), Iso(change.Day)!, change.What, change.By, change.Note))]);
        return JsonSerializer.Serialize(stored, LogbookJsonContext.Default.Stored);
    }

    public static LogEntry Read(string json)
    {
        var stored = JsonSerializer.Deserialize(json, LogbookJsonContext.Default.Stored) ?? throw new InvalidDataException("An entry of the logbook is empty.");
        var item = new LogItem
        {
            Id = stored.Id,
            Kind = stored.Kind,
            Text = stored.Text,
            Owner = stored.Owner,
            Due = Day(stored.Due),
            Open = stored.Open,
            Recommendation = stored.Recommendation,
            Topic = stored.Topic,
            Kpi = stored.Kpi,
            Outcome = stored.Outcome,
            Origin = stored.Origin,
            Cause = stored.Cause,
            Change = stored.Change,
            Added = Day(stored.Added)!.Value,
            ClosedOn = Day(stored.ClosedOn),
            ClosedBy = stored.ClosedBy,
        };
        return new(item, [.. stored.History.Select(change => new LogChange(
            InstantPattern.ExtendedIso.Parse(change.At).Value, Day(change.Day)!.Value, change.What, change.By, change.Note))]);
    }

    private static string? Iso(LocalDate? day) => day is { } known ? LocalDatePattern.Iso.Format(known) : null;

    private static LocalDate? Day(string? text) => text is null ? null : LocalDatePattern.Iso.Parse(text).Value;

    internal sealed record Stored(
        string Id, LogKind Kind, string Text, string? Owner, string? Due, bool Open, string? Recommendation, string? Topic, string? Kpi, string? Outcome,
        string? Origin, string? Cause, string? Change, string Added, string? ClosedOn, string? ClosedBy, IReadOnlyList<StoredChange> History);

    internal sealed record StoredChange(string At, string Day, string What, string? By, string? Note);

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UseStringEnumConverter = true)]
    [JsonSerializable(typeof(Stored))]
    private sealed partial class LogbookJsonContext : JsonSerializerContext;
}
