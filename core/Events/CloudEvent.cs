using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using NodaTime.Text;
using OpsAutomation.Engagements;

namespace OpsAutomation.Events;

/// <summary>An event as its receivers get it: CloudEvents 1.0 in structured JSON mode. The same event is the same bytes.</summary>
public static class CloudEvent
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static ReadOnlyMemory<byte> Write(EngagementId engagement, OutgoingEvent happening)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", happening.Id);
            json.WriteString("source", $"/engagements/{engagement}");
            json.WriteString("type", happening.Type);
            // CloudEvents knows no empty subject.
            json.WriteString("subject", happening.Subject.Length > 0 ? happening.Subject : happening.Type);
            json.WriteString("time", InstantPattern.ExtendedIso.Format(happening.Occurred));
            json.WriteString("datacontenttype", "application/json");
            json.WritePropertyName("data");
            json.WriteRawValue(happening.Data);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
