using OpsAutomation.Exports.Profiles;
using OpsAutomation.Facts;
using OpsAutomation.Webhooks;

namespace OpsAutomation.Engagements.Yaml;

/// <summary><c>record</c> of an <c>events</c> line: which record an event tells of, and where its values are.</summary>
internal static class WebhookRecordSection
{
    private static readonly LocalizedText PathExpected = new("a path such as $.data.total was expected", "un chemin comme $.data.total est attendu");

    public static WebhookRecord? Read(YamlFields line)
    {
        if (line.Fields("record") is not { } fields)
            return null;
        var profile = fields.RequiredText("as");
        var known = profile.Length == 0 ? null : ProfileCatalogue.Default.Find(profile);
        if (profile.Length > 0 && known is null or { IsGeneric: true })
        {
            fields.Refuse("as", Expected.OneOf(ProfileCatalogue.Default.Vendors.Select(one => one.Id)));
            known = null;
        }

        var id = fields.Parse("id", PathExpected, JsonPath.TryParse) ?? fields.Missing<JsonPath?>("id", PathExpected, null);
        var at = fields.Parse("at", PathExpected, JsonPath.TryParse);
        var values = Values(fields, known);
        fields.Finish();
        return known is null || id is null ? null : new(known.Id, id, values) { At = at };
    }

    private static Dictionary<string, JsonPath> Values(YamlFields record, Profile? profile)
    {
        var values = new Dictionary<string, JsonPath>(StringComparer.Ordinal);
        if (record.Fields("fields") is not { } fields)
            return record.Missing("fields", Expected.Mapping, values);
        if (profile is null)
            return values;
        var schema = FactSchema.Of(profile.Fact);
        foreach (var entry in fields.Entries)
        {
            var field = schema.Find(entry.Key);
            if (field is null || field.Name == "id")
                fields.Refuse(entry.Key, Expected.OneOf(schema.Fields.Where(one => one.Name != "id").Select(one => one.Name)));
            else if (fields.Parse(entry.Key, PathExpected, JsonPath.TryParse) is { } path)
                values[field.Name] = path;
        }

        return values;
    }
}
