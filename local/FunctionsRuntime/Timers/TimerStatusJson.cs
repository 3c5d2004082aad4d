using System.Text.Json;
using System.Text.Json.Serialization;

namespace OpsAutomation.FunctionsRuntime.Timers;

/// <summary>A timer's status as the real host writes it: <c>{"Last": …, "Next": …, "LastUpdated": …}</c> in ISO 8601; the year 1 stands for never.</summary>
internal static partial class TimerStatusJson
{
    public static BinaryData Write(TimerRecord record) => BinaryData.FromBytes(JsonSerializer.SerializeToUtf8Bytes(
        new Status(record.Last?.UtcDateTime ?? default, record.Next.UtcDateTime, record.Updated.UtcDateTime), Context.Default.Status));

    /// <summary>Reads a status; null where the text is none.</summary>
    public static TimerRecord? Read(BinaryData json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.ToMemory().Span, Context.Default.Status) is { } status && status.LastUpdated.Year > 1
                ? new TimerRecord(status.Last.Year == 1 ? null : Utc(status.Last), Utc(status.Next), Utc(status.LastUpdated))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DateTimeOffset Utc(DateTime time) =>
        new(time.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(time, DateTimeKind.Utc) : time.ToUniversalTime());

    internal sealed record Status(DateTime Last, DateTime Next, DateTime LastUpdated);

    [JsonSerializable(typeof(Status))]
    private sealed partial class Context : JsonSerializerContext;
}
