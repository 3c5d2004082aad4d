using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsAutomation.Core.Tests.Events;

/// <summary>The part of JSON Schema that the product's own schemas use; a keyword that it does not know fails the test.</summary>
internal static class JsonSchema
{
    private static readonly string[] Annotations = ["$schema", "title", "description"];

    /// <summary>What is wrong with a value, by its path; empty where nothing is.</summary>
    public static IReadOnlyList<string> Problems(JsonElement schema, JsonElement value, string path = "$")
    {
        var problems = new List<string>();
        foreach (var keyword in schema.EnumerateObject().Where(keyword => !Annotations.Contains(keyword.Name, StringComparer.Ordinal)))
        {
            problems.AddRange(keyword.Name switch
            {
                "type" => Check(IsOf(keyword.Value, value), $"{path} is not {keyword.Value.GetRawText()}"),
                "const" => Check(JsonElement.DeepEquals(keyword.Value, value), $"{path} is not {keyword.Value.GetRawText()}"),
                "enum" => Check(keyword.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), $"{path} is none of {keyword.Value.GetRawText()}"),
                "required" => keyword.Value.EnumerateArray().SelectMany(name => Check(value.TryGetProperty(name.GetString()!, out _), $"{path}.{name} is missing")),
                "properties" => keyword.Value.EnumerateObject().SelectMany(property =>
                    value.TryGetProperty(property.Name, out var inner) ? Problems(property.Value, inner, $"{path}.{property.Name}") : []),
                "additionalProperties" => value.EnumerateObject().SelectMany(property =>
                    Check(schema.GetProperty("properties").TryGetProperty(property.Name, out _), $"{path}.{property.Name} is not in the schema")),
                "pattern" => Check(Regex.IsMatch(value.GetString()!, keyword.Value.GetString()!, RegexOptions.None, TimeSpan.FromSeconds(5)), $"{path} has another form"),
                "minLength" => Check(value.GetString()!.Length >= keyword.Value.GetInt32(), $"{path} is too short"),
                "minimum" => Check(value.GetDecimal() >= keyword.Value.GetDecimal(), $"{path} is too small"),
                "format" => Check(HasFormat(keyword.Value.GetString()!, value), $"{path} is no {keyword.Value}"),
                _ => [$"{path}: the keyword {keyword.Name} is not known here"],
            });
        }

        return problems;
    }

    private static string[] Check(bool holds, string problem) => holds ? [] : [problem];

    private static bool IsOf(JsonElement type, JsonElement value) => type.ValueKind == JsonValueKind.Array
        ? type.EnumerateArray().Any(one => IsOf(one, value))
        : (type.GetString(), value.ValueKind) switch
        {
            ("object", JsonValueKind.Object) or ("string", JsonValueKind.String) or ("number", JsonValueKind.Number) or ("null", JsonValueKind.Null) => true,
            ("integer", JsonValueKind.Number) => value.TryGetInt64(out _),
            _ => false,
        };

    private static bool HasFormat(string format, JsonElement value) => value.ValueKind == JsonValueKind.Null || format switch
    {
        "date" => NodaTime.Text.LocalDatePattern.Iso.Parse(value.GetString()!).Success,
        "date-time" => NodaTime.Text.InstantPattern.ExtendedIso.Parse(value.GetString()!).Success,
        _ => false,
    };
}
