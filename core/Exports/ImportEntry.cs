using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Facts;
using OpsAutomation.Ports;

namespace OpsAutomation.Exports;

/// <summary>A line of the ledger as state keeps it.</summary>
/// <param name="Source">What everybody may know of the import.</param>
/// <param name="Options">The choices that the file was read with: the same file with other ones is another import.</param>
/// <param name="Report">The blob of its report, or null.</param>
internal sealed record ImportEntry(ImportSource Source, string Options, string? Report)
{
    public const string Collection = "imports";

    /// <summary>Where the entry of an import is kept.</summary>
    public static StateKey KeyOf(int number) => new(Collection, number.ToString("D8", CultureInfo.InvariantCulture));

    public static ImportEntry Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new(
            new ImportSource
            {
                Number = root.GetProperty("number").GetInt32(),
                File = root.GetProperty("file").GetString()!,
                ContentHash = root.GetProperty("hash").GetString()!,
                Profile = root.GetProperty("profile").GetString()!,
                ImportedAt = Instant.FromUnixTimeMilliseconds(root.GetProperty("importedAt").GetInt64()),
                Taken = LocalDatePattern.Iso.Parse(root.GetProperty("taken").GetString()!).Value,
                TakenIsStated = root.GetProperty("takenIsStated").GetBoolean(),
                Facts = [.. root.GetProperty("facts").EnumerateArray().Select(ReadCount)],
            },
            root.GetProperty("options").GetString()!,
            root.GetProperty("report").GetString());
    }

    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("number", Source.Number);
        json.WriteString("file", Source.File);
        json.WriteString("hash", Source.ContentHash);
        json.WriteString("profile", Source.Profile);
        json.WriteNumber("importedAt", Source.ImportedAt.ToUnixTimeMilliseconds());
        json.WriteString("taken", LocalDatePattern.Iso.Format(Source.Taken));
        json.WriteBoolean("takenIsStated", Source.TakenIsStated);
        json.WriteStartArray("facts");
        foreach (var count in Source.Facts)
            WriteCount(json, count);
        json.WriteEndArray();
        json.WriteString("options", Options);
        json.WriteString("report", Report);
        json.WriteEndObject();
    });

    internal static FactCount ReadCount(JsonElement count) => new(
        Enum.Parse<FactType>(count.GetProperty("type").GetString()!),
        count.GetProperty("read").GetInt32(),
        count.GetProperty("accepted").GetInt32(),
        count.GetProperty("rejected").GetInt32(),
        count.GetProperty("superseded").GetInt32(),
        ReadDay(count.GetProperty("firstDay")),
        ReadDay(count.GetProperty("lastDay")));

    private static void WriteCount(Utf8JsonWriter json, FactCount count)
    {
        json.WriteStartObject();
        json.WriteString("type", count.Type.ToString());
        json.WriteNumber("read", count.Read);
        json.WriteNumber("accepted", count.Accepted);
        json.WriteNumber("rejected", count.Rejected);
        json.WriteNumber("superseded", count.Superseded);
        WriteDay(json, "firstDay", count.FirstDay);
        WriteDay(json, "lastDay", count.LastDay);
        json.WriteEndObject();
    }

    private static LocalDate? ReadDay(JsonElement day) => day.GetString() is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;

    private static void WriteDay(Utf8JsonWriter json, string name, LocalDate? day)
    {
        if (day is { } known)
            json.WriteString(name, LocalDatePattern.Iso.Format(known));
        else
            json.WriteNull(name);
    }
}
