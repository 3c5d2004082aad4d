using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Digests;

namespace OpsAutomation.Events.Chats;

/// <summary>The data of an event, field by field; one that is absent or of another kind is null.</summary>
internal sealed class ChatData(JsonElement data, Language language)
{
    private const int Words = 40;
    private const int Letters = 240;

    /// <summary>A text, or the one of a pair in the reader's language, on one line.</summary>
    public string? Text(string name)
    {
        if (!data.TryGetProperty(name, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Object)
            value = value.TryGetProperty(language == Language.French ? "fr" : "en", out var own) ? own : default;
        return value.ValueKind == JsonValueKind.String && CleanText.Clip(value.GetString()!, Words, Letters) is { Length: > 0 } text ? text : null;
    }

    /// <summary>A number.</summary>
    public decimal? Number(string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) ? number : null;

    /// <summary>A day.</summary>
    public LocalDate? Day(string name) =>
        data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true } day ? day.Value : null;
}
