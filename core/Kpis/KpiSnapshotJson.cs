using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpsAutomation.Kpis;

/// <summary>The record of a kept figure: <c>{"value":12.5,"currency":"EUR"}</c>.</summary>
internal static class KpiSnapshotJson
{
    public static string Write(decimal value, string currency)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("value", value);
            json.WriteString("currency", currency);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static (decimal Value, string Currency) Read(string text)
    {
        using var json = JsonDocument.Parse(text);
        return (json.RootElement.GetProperty("value").GetDecimal(), json.RootElement.GetProperty("currency").GetString() ?? "");
    }
}
