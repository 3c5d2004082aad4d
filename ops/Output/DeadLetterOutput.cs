using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Engagements;
using OpsAutomation.Jobs.DeadLetters;

namespace OpsAutomation.Ops.Output;

/// <summary>Dead letters as JSON and in words. What a message says is left out: it may hold what is nobody's business.</summary>
internal static class DeadLetterOutput
{
    /// <summary>Writes an array.</summary>
    public static void Write(Utf8JsonWriter json, IReadOnlyList<DeadLetter> letters, Language language)
    {
        json.WriteStartArray();
        foreach (var letter in letters)
            Write(json, letter, language);
        json.WriteEndArray();
    }

    /// <summary>Writes one.</summary>
    public static void Write(Utf8JsonWriter json, DeadLetter letter, Language language)
    {
        json.WriteStartObject();
        json.WriteString("id", letter.Id);
        json.WriteString("engagement", letter.Engagement == EngagementId.App ? null : letter.Engagement.Value);
        json.WriteString("queue", letter.Queue);
        json.WriteString("key", letter.Key);
        json.WriteString("state", letter.State.ToString().ToLowerInvariant());
        json.WriteString("reason", letter.Reason.In(language));
        json.WriteString("firstSeen", InstantPattern.ExtendedIso.Format(letter.FirstSeen));
        json.WriteString("lastSeen", InstantPattern.ExtendedIso.Format(letter.LastSeen));
        json.WriteString("told", Iso(letter.Told));
        json.WriteNumber("replays", letter.Replays);
        json.WriteString("replayedAt", Iso(letter.ReplayedAt));
        json.WriteEndObject();
    }

    /// <summary>The state in words.</summary>
    public static LocalizedText WordOf(DeadLetterState state) => state switch
    {
        DeadLetterState.Failing => new("tried again", "nouvel essai"),
        DeadLetterState.Dead => new("failed", "en échec"),
        DeadLetterState.Mended => new("went through", "passé"),
        _ => new("replayed", "relancé"),
    };

    private static string? Iso(Instant? moment) => moment is { } known ? InstantPattern.ExtendedIso.Format(known) : null;
}
