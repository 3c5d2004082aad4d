using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;
using OpsAutomation.Engagements;
using OpsAutomation.Webhooks.Vendors;

namespace OpsAutomation.Webhooks;

/// <summary>An event of a body whose sender has no shape of its own: an object with a type, or an array of such.</summary>
/// <param name="Type">Its type; null where it says none.</param>
/// <param name="Day">The local day on which it happened, else on which it came.</param>
/// <param name="Text">What people are shown of it: one line.</param>
/// <param name="Root">The whole object.</param>
internal sealed record GenericEvent(string? Type, LocalDate Day, string Text, JsonElement Root)
{
    /// <summary>The type of events that only test a connection.</summary>
    public const string Ping = "ping";

    /// <summary>The most events of one body.</summary>
    public const int MostEvents = 1000;

    private static readonly JsonPath Usual = JsonPath.Parse("$.type");
    private static readonly string[] TimeNames = ["timestamp", "time", "occurredAt", "occurred_at", "createdAt", "created_at", "date"];
    private static readonly string[] TextNames = ["text", "title", "subject", "message", "summary", "name"];

    /// <summary>Whether it only tests the connection.</summary>
    public bool IsTest => string.Equals(Type, Ping, StringComparison.OrdinalIgnoreCase);

    /// <summary>The events of a document, or null where it is neither an object nor an array of objects.</summary>
    public static IReadOnlyList<GenericEvent>? Read(JsonElement document, WebhookSettings settings, DateTimeZone zone, Instant received) => document.ValueKind switch
    {
        JsonValueKind.Object => [One(document, settings, zone, received)],
        JsonValueKind.Array when document.GetArrayLength() is > 0 and <= MostEvents && document.EnumerateArray().All(item => item.ValueKind == JsonValueKind.Object) =>
            [.. document.EnumerateArray().Select(item => One(item, settings, zone, received))],
        _ => null,
    };

    /// <summary>A value as a local day: an ISO date, an ISO date and time (of the zone where it names none; with an offset from 1900 to 9000), or seconds or milliseconds since 1970; else null.</summary>
    public static LocalDate? DayOf(JsonElement value, DateTimeZone zone)
    {
        if (WebhookBody.Text(value)?.Trim() is not { Length: > 0 and <= 64 } text)
            return null;
        if (LocalDatePattern.Iso.Parse(text) is { Success: true } day)
            return day.Value;
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Between(number >= 100_000_000_000 ? Moment(number / 1000) : Moment(number), zone);
        if (OffsetDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T')) is { Success: true } exact)
            return EventJson.Of(exact.Value)?.InZone(zone).Date;
        return LocalDateTimePattern.ExtendedIso.Parse(text.Replace(' ', 'T')) is { Success: true } local ? local.Value.Date : null;
    }

    private static GenericEvent One(JsonElement root, WebhookSettings settings, DateTimeZone zone, Instant received)
    {
        var type = CleanText.Clip(TypeOf(root, settings.Type) ?? TypeOf(root, Usual) ?? "", 20, 200);
        var came = received.InZone(zone).Date;
        // A clock that runs ahead is not believed.
        var day = Named(root, TimeNames).Select(value => DayOf(value, zone)).FirstOrDefault(known => known is not null);
        var shown = Named(root, TextNames).Select(WebhookBody.Text).FirstOrDefault(known => !string.IsNullOrWhiteSpace(known)) ?? type;
        return new(type.Length == 0 ? null : type, day is null || day > came ? came : day.Value, CleanText.Clip(shown, 40, 240), root);
    }

    private static string? TypeOf(JsonElement root, JsonPath path) => path.Find(root) is { } found ? WebhookBody.Text(found) : null;

    private static IEnumerable<JsonElement> Named(JsonElement root, string[] names)
    {
        var data = root.TryGetProperty("data", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : (JsonElement?)null;
        foreach (var name in names)
        {
            if (root.TryGetProperty(name, out var value))
                yield return value;
            if (data?.TryGetProperty(name, out value) == true)
                yield return value;
        }
    }

    private static Instant? Moment(long seconds) => seconds is > 0 and < 100_000_000_000 ? Instant.FromUnixTimeSeconds(seconds) : null;

    private static LocalDate? Between(Instant? moment, DateTimeZone zone) => moment?.InZone(zone).Date;
}
