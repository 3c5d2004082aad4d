using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables;

/// <summary>Entities in the service's JSON, with type annotations where JSON has no such type.</summary>
internal static class EntityJson
{
    private const string Annotation = "@odata.type";

    public static byte[] Write(ITableEntity entity)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("PartitionKey", entity.PartitionKey);
            json.WriteString("RowKey", entity.RowKey);
            foreach (var (name, value) in EntityProperties.Of(entity))
                WriteProperty(json, name, value);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    public static TableEntity Read(JsonElement json)
    {
        var entity = new TableEntity();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(Annotation, StringComparison.Ordinal) || property.Name is "odata.metadata")
                continue;
            var type = json.TryGetProperty(property.Name + Annotation, out var annotated) ? annotated.GetString() : null;
            entity[property.Name] = property.Name == "Timestamp" ? property.Value.GetDateTimeOffset() : ReadValue(property.Value, type);
        }

        return entity;
    }

    private static object ReadValue(JsonElement value, string type) => type switch
    {
        "Edm.Int64" => long.Parse(value.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
        "Edm.DateTime" => value.GetDateTimeOffset(),
        "Edm.Guid" => value.GetGuid(),
        "Edm.Binary" => value.GetBytesFromBase64(),
        "Edm.Double" => ReadDouble(value),
        _ => value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Number => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
            _ => null,
        },
    };

    private static double ReadDouble(JsonElement value) => value.ValueKind == JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch
        {
            "NaN" => double.NaN,
            "INF" or "Infinity" => double.PositiveInfinity,
            "-INF" or "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text, CultureInfo.InvariantCulture),
        };

    private static void WriteProperty(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                json.WriteString(name, text);
                break;
            case bool flag:
                json.WriteBoolean(name, flag);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                Annotated(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number when double.IsFinite(number):
                json.WriteString(name + Annotation, "Edm.Double");
                json.WriteNumber(name, number);
                break;
            case double number:
                Annotated(json, name, "Edm.Double", double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity");
                break;
            case DateTimeOffset moment:
                Annotated(json, name, "Edm.DateTime", moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTime moment:
                Annotated(json, name, "Edm.DateTime", moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
                break;
            case Guid id:
                Annotated(json, name, "Edm.Guid", id.ToString());
                break;
            case byte[] bytes:
                Annotated(json, name, "Edm.Binary", Convert.ToBase64String(bytes));
                break;
            case BinaryData data:
                Annotated(json, name, "Edm.Binary", Convert.ToBase64String(data.ToMemory().Span));
                break;
            default:
                throw new NotSupportedException($"The property {name} is of type {value.GetType().Name}, which the table service does not keep.");
        }
    }

    private static void Annotated(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + Annotation, type);
        json.WriteString(name, value);
    }
}
