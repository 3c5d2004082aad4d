using OpsAutomation.Documents.Templating;

namespace OpsAutomation.Documents.Models;

/// <summary>The teams to interview, with what is already said of their work; without any, those that most companies have.</summary>
internal static class InterviewLines
{
    private static readonly LocalizedText[] Usual =
    [
        new("Sales", "Vente"), new("Production", "Production"), new("Customer success", "Suivi client"), new("Administration and finance", "Administration et finances"),
        new("Human resources", "Ressources humaines"), new("Management", "Direction"),
    ];

    /// <summary>The teams as the interview guide reads them, in the order of the file.</summary>
    public static Values Model(DocumentContext context, People people)
    {
        var teams = context.Engagement.Processes.Where(process => process.Team is not null)
            .GroupBy(process => process.Team!.Trim(), StringComparer.OrdinalIgnoreCase)
            .Select(team => (object?)new Values
            {
                ["name"] = team.Key,
                ["processes"] = string.Join(", ", team.Select(process => process.Name)),
                ["owners"] = string.Join(", ", team.Select(process => process.Owner).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Select(people.Name)) is { Length: > 0 } names
                    ? names
                    : Marks.ToBeNamed,
                ["tools"] = string.Join(", ", team.Select(process => process.Tool).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)) is { Length: > 0 } tools ? tools : null,
                ["pains"] = string.Join(context.Language == Language.French ? " ; " : "; ", team.Select(process => process.Pain).OfType<string>()) is { Length: > 0 } pains ? pains : null,
            }).ToList();
        return new Values
        {
            ["known"] = teams,
            ["toWrite"] = teams.Count > 0 ? teams : [.. Usual.Select(team => (object?)new Values { ["name"] = team.In(context.Language) })],
        };
    }
}
