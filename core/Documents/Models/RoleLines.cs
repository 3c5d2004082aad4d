using OpsAutomation.Documents.Roles;
using OpsAutomation.Engagements;

namespace OpsAutomation.Documents.Models;

/// <summary>The OBM-or-COO advice as templates read it.</summary>
internal static class RoleLines
{
    /// <summary>The values.</summary>
    public static Values Model(DocumentContext context)
    {
        var (headcount, assumed) = RoleAdvice.HeadcountOf(context.Engagement);
        var stage = context.Engagement.Scope.Stage;
        var chosen = RoleAdvice.For(context.Engagement);
        return new()
        {
            ["headcount"] = headcount,
            ["headcountAssumed"] = assumed,
            ["stage"] = Of(stage ?? CompanyStage.Growth).In(context.Language),
            ["stageAssumed"] = stage is null,
            ["role"] = Of(chosen.Role).In(context.Language),
            ["why"] = chosen.Why.In(context.Language),
            ["coo"] = chosen.Role != AdvisedRole.Obm,
            ["rules"] = RoleAdvice.Rules.Select(rule => (object?)new Values
            {
                ["headcount"] = Range(context, rule),
                ["stages"] = rule.Stages.Count == Enum.GetValues<CompanyStage>().Length
                    ? context.Language == Language.French ? "tous" : "any"
                    : string.Join(", ", rule.Stages.Select(one => Of(one).In(context.Language))),
                ["role"] = Of(rule.Role).In(context.Language),
                ["why"] = rule.Why.In(context.Language),
                ["chosen"] = rule == chosen,
            }).ToList(),
        };
    }

    private static string Range(DocumentContext context, RoleRule rule) => rule.To is { } to
        ? $"{context.Locale.Number(rule.From, 0)} – {context.Locale.Number(to, 0)}"
        : context.Language == Language.French ? $"plus de {context.Locale.Number(rule.From - 1, 0)}" : $"over {context.Locale.Number(rule.From - 1, 0)}";

    private static LocalizedText Of(AdvisedRole role) => role switch
    {
        AdvisedRole.Obm => new("OBM", "OBM"),
        AdvisedRole.FractionalCoo => new("fractional COO", "COO à temps partagé"),
        _ => new("full-time COO", "COO à plein temps"),
    };

    private static LocalizedText Of(CompanyStage stage) => stage switch
    {
        CompanyStage.Launch => new("launch", "lancement"),
        CompanyStage.Growth => new("growth", "croissance"),
        CompanyStage.Structuring => new("structuring", "structuration"),
        _ => new("transition", "transition"),
    };
}
