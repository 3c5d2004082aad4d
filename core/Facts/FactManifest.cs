using System.Text.Json;
using OpsAutomation.Ports;

namespace OpsAutomation.Facts;

/// <summary>Which blobs hold an engagement's current facts, as one small record in state: replacing it is what makes an import take effect.</summary>
/// <param name="LastImport">The number of the last import.</param>
/// <param name="Files">The fact file of each type.</param>
/// <param name="Full">For each scope, the version of the newest export that held all its records.</param>
internal sealed record FactManifest(
    int LastImport, IReadOnlyDictionary<FactType, FactFileEntry> Files, IReadOnlyDictionary<uint, long> Full)
{
    /// <summary>Where it is kept.</summary>
    public static readonly StateKey Key = new("facts", "manifest");

    /// <summary>The manifest of an engagement without imports.</summary>
    public static FactManifest Empty { get; } = new(0, new Dictionary<FactType, FactFileEntry>(), new Dictionary<uint, long>());

    /// <summary>Reads its JSON.</summary>
    public static FactManifest Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement;
        if (root.GetProperty("form").GetInt32() > FactFile.Form)
        {
            throw OpsException.Refused(
                "The facts of this engagement were written by a newer version of the product. Use that version, or a newer one.",
                "Les faits de cette mission ont été écrits par une version plus récente du produit. Utilisez cette version ou une plus récente.");
        }

        return new(
            root.GetProperty("lastImport").GetInt32(),
            root.GetProperty("files").EnumerateObject().ToDictionary(
                property => Enum.Parse<FactType>(property.Name),
                property => new FactFileEntry(property.Value.GetProperty("path").GetString()!, property.Value.GetProperty("records").GetInt64())),
            root.GetProperty("full").EnumerateObject().ToDictionary(
                property => uint.Parse(property.Name, System.Globalization.CultureInfo.InvariantCulture), property => property.Value.GetInt64()));
    }

    /// <summary>Its JSON.</summary>
    public string ToJson() => JsonText.Write(json =>
    {
        json.WriteStartObject();
        json.WriteNumber("form", FactFile.Form);
        json.WriteNumber("lastImport", LastImport);
        json.WriteStartObject("files");
        foreach (var (type, file) in Files.OrderBy(pair => pair.Key))
        {
            json.WriteStartObject(type.ToString());
            json.WriteString("path", file.Path);
            json.WriteNumber("records", file.Records);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteStartObject("full");
        foreach (var (scope, version) in Full.OrderBy(pair => pair.Key))
            json.WriteNumber(scope.ToString(System.Globalization.CultureInfo.InvariantCulture), version);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
