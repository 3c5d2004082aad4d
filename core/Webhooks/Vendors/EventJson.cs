using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace OpsAutomation.Webhooks.Vendors;

/// <summary>Looks into a vendor's JSON, of which nothing is sure: what is not there, or of another kind, is null.</summary>
internal static class EventJson
{
    // Beyond, a calendar ends in one zone and not in another; no tool means it.
    private static readonly Instant Earliest = Instant.FromUtc(1900, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(9000, 1, 1, 0, 0);

    /// <summary>The value at the end of a chain of names.</summary>
    public static JsonElement? Find(JsonElement root, params ReadOnlySpan<string> names)
    {
        var current = root;
        foreach (var name in names)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                return null;
        }

        return current.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : current;
    }

    /// <summary>A text, number or flag as text; an empty text is none.</summary>
    public static string? Text(JsonElement root, params ReadOnlySpan<string> names) =>
        Find(root, names) is { } value && WebhookBody.Text(value) is { Length: > 0 } text ? text : null;

    /// <summary>A flag.</summary>
    public static bool? Flag(JsonElement root, params ReadOnlySpan<string> names) => Find(root, names)?.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => null,
    };

    /// <summary>The items of a list; none where there is no list.</summary>
    public static IEnumerable<JsonElement> Items(JsonElement root, params ReadOnlySpan<string> names) =>
        Find(root, names) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    /// <summary>A moment: ISO with an offset, or seconds or milliseconds since 1970, as numbers or texts; from 1900 to 9000.</summary>
    public static Instant? Moment(JsonElement root, params ReadOnlySpan<string> names) => Moment(Text(root, names));

    /// <inheritdoc cref="Moment(JsonElement, ReadOnlySpan{string})"/>
    public static Instant? Moment(string? text) => Parse(text) is { } moment && moment >= Earliest && moment <= Latest ? moment : null;

    /// <summary>The moment of a date and time, from 1900 to 9000; else null.</summary>
    public static Instant? Of(OffsetDateTime value) =>
        value.Year >= Earliest.InUtc().Year && value.Year < Latest.InUtc().Year ? value.ToInstant() : null;

    private static Instant? Parse(string? text)
    {
        text = text?.Trim();
        if (text is not { Length: > 0 and <= 64 })
            return null;
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            var milliseconds = number >= 100_000_000_000m ? number : number * 1000m;
            return milliseconds <= Instant.MaxValue.ToUnixTimeMilliseconds() ? Instant.FromUnixTimeMilliseconds((long)milliseconds) : null;
        }

        if (OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } exact)
            return Of(exact.Value);
        return LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value.AtMidnight().InUtc().ToInstant() : null;
    }
}
