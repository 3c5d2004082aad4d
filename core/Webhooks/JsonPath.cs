using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace OpsAutomation.Webhooks;

/// <summary>
/// Where a value stands in a JSON document: <c>$</c>, then names and places, such as <c>$.data.items[0].total</c> or <c>$.data['due date']</c>.
/// The part of RFC 9535 that names one value.
/// </summary>
public sealed partial class JsonPath
{
    private const int LongestText = 500;
    private readonly string text;
    private readonly IReadOnlyList<Step> steps;

    private JsonPath(string text, IReadOnlyList<Step> steps)
    {
        this.text = text;
        this.steps = steps;
    }

    /// <summary>Reads a path, or gives null where the text is none.</summary>
    public static JsonPath? TryParse(string text)
    {
        text = text.Trim();
        if (text.Length > LongestText || Shape().Match(text) is not { Success: true } match)
            return null;
        var found = new List<Step>();
        foreach (var part in match.Groups["step"].Captures.Select(capture => capture.Value))
        {
            if (part[0] == '.')
                found.Add(new(part[1..], -1));
            else if (part[1] is '\'' or '"')
                found.Add(new(part[2..^2], -1));
            else if (int.TryParse(part.AsSpan(1, part.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var place))
                found.Add(new(null, place));
            else
                return null;
        }

        return new(text, found);
    }

    /// <summary>Reads a path that is known to be one.</summary>
    /// <exception cref="FormatException">The text is no path.</exception>
    public static JsonPath Parse(string text) => TryParse(text) ?? throw new FormatException("The text is no path.");

    /// <summary>The value at this place, or null where there is none or it is <c>null</c>.</summary>
    public JsonElement? Find(JsonElement root) =>
        Walk(root) is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } found ? found : null;

    private JsonElement? Walk(JsonElement root)
    {
        var current = root;
        foreach (var step in steps)
        {
            if (step.Name is { } name)
            {
                if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                    return null;
            }
            else
            {
                if (current.ValueKind != JsonValueKind.Array || step.Place >= current.GetArrayLength())
                    return null;
                current = current[step.Place];
            }
        }

        return current;
    }

    /// <summary>Whether there is a value at this place, <c>null</c> too.</summary>
    internal bool Has(JsonElement root) => Walk(root) is not null;

    /// <inheritdoc/>
    public override string ToString() => text;

    [GeneratedRegex("""\A\$(?<step>\.[\p{L}_][\p{L}\p{N}_-]*|\[[0-9]{1,6}\]|\['[^'\\]+'\]|\["[^"\\]+"\])*\z""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();

    private readonly record struct Step(string? Name, int Place);
}
