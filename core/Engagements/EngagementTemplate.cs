using System.Text;
using NodaTime;
using NodaTime.Text;
using OpsAutomation.Locales;

namespace OpsAutomation.Engagements;

/// <summary>Writes the YAML file of a new engagement: valid as it is, with comments in its language that show what can be added.</summary>
public static partial class EngagementTemplate
{
    private const int CommentColumn = 30;

    /// <summary>The text of the file. What the person gave is written as it is: <see cref="EngagementReader"/> judges it.</summary>
    public static string Create(TemplateRequest request)
    {
        var locale = request.Locale ?? Locale.Of(request.Language);
        var region = EngagementDefaults.RegionOf(locale);
        var text = (request.Language == Language.French ? French : English)
            .ReplaceLineEndings("\n")
            .Replace("{id}", request.Id.Value, StringComparison.Ordinal)
            .Replace("{locale}", locale.Id, StringComparison.Ordinal)
            .Replace("{currency}", Quote(request.Currency ?? EngagementDefaults.CurrencyOf(locale)), StringComparison.Ordinal)
            .Replace("{country}", EngagementDefaults.CountryOf(locale), StringComparison.Ordinal)
            .Replace("{region}", region is null ? "# region: " + ExampleOf(EngagementDefaults.CountryOf(locale)) : "region: " + region, StringComparison.Ordinal)
            .Replace("{zone}", Quote(request.Zone ?? EngagementDefaults.ZoneOf(locale)), StringComparison.Ordinal)
            .Replace("{size}", request.Size.ToString().ToLowerInvariant(), StringComparison.Ordinal)
            .Replace("{start}", Iso(request.Start), StringComparison.Ordinal)
            .Replace("{followed}", string.Join(", ", EngagementDefaults.FollowedKpis(request.Size)), StringComparison.Ordinal)
            .Replace("{leaveFrom}", Iso(request.Start.PlusDays(70)), StringComparison.Ordinal)
            .Replace("{leaveTo}", Iso(request.Start.PlusDays(79)), StringComparison.Ordinal)
            .Replace("{moved}", Iso(request.Start.PlusDays(33)), StringComparison.Ordinal);

        // The name comes last, so that nothing that a person wrote is taken for a mark of the template.
        return string.Join('\n', text.Split('\n').Select(Align)).Replace("{name}", Quote(request.Name), StringComparison.Ordinal);
    }

    // Comments beside a value begin in one column.
    private static string Align(string line)
    {
        var comment = line.IndexOf("  #", StringComparison.Ordinal);
        return comment <= 0 || string.IsNullOrWhiteSpace(line[..comment]) ? line : line[..comment].TrimEnd().PadRight(CommentColumn - 2) + "  " + line[comment..].TrimStart();
    }

    private static string ExampleOf(string country) => country switch
    {
        "FR" => "FR-57",
        "CH" => "CH-GE",
        "CA" => "CA-ON",
        "GB" => "GB-SCT",
        _ => country + "-XX",
    };

    private static string Iso(LocalDate day) => LocalDatePattern.Iso.Format(day);

    // Words stay plain; anything that YAML might read otherwise goes between double quotes.
    private static string Quote(string text)
    {
        if (text.Length > 0 && text.All(mark => char.IsAsciiLetter(mark) || mark is '/' or '_'))
            return text is "true" or "false" or "null" ? $"\"{text}\"" : text;
        var quoted = new StringBuilder("\"");
        foreach (var mark in text)
        {
            quoted.Append(mark switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                _ when char.IsControl(mark) || mark is '\u2028' or '\u2029' => " ",
                _ => mark.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
