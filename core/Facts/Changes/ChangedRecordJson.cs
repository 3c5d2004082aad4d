using System.Text.Json;

namespace OpsAutomation.Facts.Changes;

/// <summary>The JSON of what events told of one record: collection <c>fact-changes</c>.</summary>
internal static class ChangedRecordJson
{
    public static string Write(ChangedRecord record) => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteString("type", record.Type.ToString());
        json.WriteString("namespace", record.Namespace);
        json.WriteString("id", record.Id);
        json.WriteStartObject("fields");
        foreach (var (name, values) in record.Fields)
        {
            json.WriteStartArray(name);
            foreach (var told in values)
                WriteOne(json, told);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static ChangedRecord Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        var record = new ChangedRecord(
            Enum.Parse<FactType>(root.GetProperty("type").GetString()!), root.GetProperty("namespace").GetString()!, root.GetProperty("id").GetString()!);
        foreach (var field in root.GetProperty("fields").EnumerateObject())
        {
            foreach (var told in field.Value.EnumerateArray())
                record.Add(field.Name, ReadOne(told));
        }

        return record;
    }

    private static void WriteOne(Utf8JsonWriter json, in ToldValue told)
    {
        json.WriteStartObject();
        json.WriteNumber("at", told.At);
        if (told.Offset != 0)
            json.WriteNumber("offset", told.Offset);
        if (!told.IsKnown)
            json.WriteBoolean("awaited", true);
        else if (told.Text is not null)
            json.WriteString("value", told.Text);
        json.WriteString("source", told.Source);
        json.WriteString("delivery", told.Delivery);
        json.WriteEndObject();
    }

    private static ToldValue ReadOne(JsonElement told) => new(
        told.GetProperty("at").GetInt64(),
        told.TryGetProperty("offset", out var offset) ? offset.GetInt32() : 0,
        told.TryGetProperty("value", out var value) ? value.GetString() : null,
        !told.TryGetProperty("awaited", out _),
        told.GetProperty("source").GetString()!,
        told.GetProperty("delivery").GetString()!);
}
